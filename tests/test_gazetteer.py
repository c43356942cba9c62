"""One typed place name: found, ambiguous, outside, misspelt or unknown."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from gazetteer_places import CANDIDATES, COUNTRIES, OUTSIDE, rows
from hypothesis import given
from hypothesis import strategies as st

from alpine_catalogue.gazetteer import Gazetteer, kilometres, load_gazetteer
from alpine_catalogue.gazetteer.distance import check_in_the_alps
from alpine_catalogue.gazetteer.errors import BadCoordinates

FOLDER = Path(__file__).resolve().parents[1] / "catalogue" / "gazetteer"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(FOLDER)


def test_the_table_holds_at_least_300_spellings():
    assert len({name for name, _ in rows()}) >= 300


@pytest.mark.parametrize(("name", "code"), rows())
def test_a_spelling_leads_to_its_region(gazetteer: Gazetteer, name: str, code: str):
    found = gazetteer.find(name)
    assert found.kind == "place"
    place = found.places[0]
    assert code in (place.province, place.region)


@pytest.mark.parametrize("name", OUTSIDE.split())
def test_a_place_outside_the_area_is_known_as_outside(gazetteer: Gazetteer, name: str):
    found = gazetteer.find(name)
    assert found.kind == "outside"
    assert found.regions == ()


@pytest.mark.parametrize(("name", "regions"), CANDIDATES.items())
def test_an_ambiguous_name_comes_back_as_candidates(gazetteer: Gazetteer, name: str, regions: set[str]):
    found = gazetteer.find(name)
    assert found.kind == "candidates"
    assert regions <= set(found.regions)


@pytest.mark.parametrize(("name", "code"), COUNTRIES.items())
def test_a_country_is_known_in_all_languages(gazetteer: Gazetteer, name: str, code: str):
    assert (gazetteer.find(name).kind, gazetteer.find(name).country) == ("country", code)


@pytest.mark.parametrize(
    "name", ["", "   ", "asdfgh", "xyzzy", "💶", "1234567", "?", "a", "Maschinenbau", "Rechnung", "hello"]
)
def test_what_is_no_place_is_nothing(gazetteer: Gazetteer, name: str):
    assert gazetteer.find(name).kind == "nothing"


@pytest.mark.parametrize("name", ["Insbruck", "Grenoblle", "Ljublana", "Voralberg", "Garmisch Partenkirchn", "Bregnez"])
def test_a_misspelt_name_is_found_and_says_that_it_was_guessed_unless_that_spelling_is_known(
    gazetteer: Gazetteer, name: str
):
    found = gazetteer.find(name)
    assert found.kind == "place"
    assert found.guessed or gazetteer.knows(name.lower())


def test_a_right_spelling_is_no_guess(gazetteer: Gazetteer):
    assert not gazetteer.find("Innsbruck").guessed


@pytest.mark.parametrize(("country", "region"), [("CH", "CH02"), ("DE", "DE13")])
def test_the_country_settles_an_ambiguous_name(gazetteer: Gazetteer, country: str, region: str):
    assert gazetteer.find("Freiburg", country=country).regions == (region,)


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Freiburg (CH)", "CH02"), ("Freiburg, Schweiz", "CH02"), ("Freiburg, Deutschland", "DE13"),
        ("Neumarkt, Südtirol", "ITH1"), ("Sankt Johann, Tirol", "AT33"), ("6600 Reutte", "AT33"),
        ("San Giovanni (BZ)", "ITH1"),
        ("Laufenburg (Baden)", "DE13"), ("v Kranju", "SI04"), ("comune di Trento", "ITH2"),
        ("wir sind in Bruneck", "ITH1"),
    ],
)  # fmt: skip
def test_a_hint_beside_the_name_is_heeded(gazetteer: Gazetteer, name: str, region: str):
    assert gazetteer.find(name).regions == (region,)


def test_a_large_town_beats_its_small_namesakes(gazetteer: Gazetteer):
    assert gazetteer.find("Trento").kind == "place"
    assert gazetteer.find("Villach").kind == "place"


def test_an_italian_town_tells_its_province_on_which_vouchers_depend(gazetteer: Gazetteer):
    assert [gazetteer.find(name).places[0].province for name in ("Lumezzane", "Treviglio", "Cles")] == [
        "ITC47",
        "ITC46",
        "ITH20",
    ]


def test_a_place_has_coordinates_near_where_it_is(gazetteer: Gazetteer):
    bozen, trento = gazetteer.find("Bozen").places[0], gazetteer.find("Trento").places[0]
    assert kilometres(bozen.lat, bozen.lon, trento.lat, trento.lon) == pytest.approx(50, abs=3)


def test_swapped_coordinates_are_named_as_such():
    with pytest.raises(BadCoordinates, match="swapped"):
        check_in_the_alps(11.35, 46.5)


def test_coordinates_off_the_globe_are_refused():
    with pytest.raises(BadCoordinates, match="-90 to 90"):
        kilometres(146.5, 11.35, 46.0, 11.0)


@given(st.text())
def test_find_never_raises(text: str):
    assert SHARED.find(text).kind in ("place", "candidates", "outside", "country", "nothing")


@given(st.text(), st.sampled_from(["en", "de", "fr", "it", "sl", None]))
def test_spot_never_raises_and_quotes_the_text(text: str, language: str | None):
    for mention in SHARED.spot(text, language=language):
        assert text[mention.start : mention.end] == mention.text


@given(st.sampled_from(["Bolzano", "Ljubljana", "Sankt Gallen", "Chambéry"]), st.text(alphabet=" \t,.!", max_size=5))
def test_blanks_and_signs_around_a_name_do_not_matter(name: str, around: str):
    assert SHARED.find(around + name + around).regions == SHARED.find(name).regions


def test_a_look_up_takes_at_most_a_millisecond_also_when_it_misses(gazetteer: Gazetteer):
    names = [name for name, _ in rows()] + [
        "Qwertzheim",
        "Brunnneck",
        "Unterobersdorfhausen",
        "asdfghjkl",
        "Sant Johan",
    ]
    times = []
    for name in names:
        start = time.thread_time()
        gazetteer.find(name)
        times.append(time.thread_time() - start)
    assert statistics.median(times) < 0.001
    assert statistics.quantiles(times, n=20)[-1] < 0.003


def test_it_loads_within_a_second_of_work_and_60_megabytes():
    code = (
        "import time, pathlib, sys, rapidfuzz, yaml\n"
        "size = lambda: int(pathlib.Path('/proc/self/statm').read_text().split()[1]) * 4096 / 1e6\n"
        "from alpine_catalogue.gazetteer import load_gazetteer\n"
        "before, start = size(), time.process_time()\n"
        "gazetteer = load_gazetteer(pathlib.Path(sys.argv[1]))\n"
        "print(time.process_time() - start, size() - before)\n"
    )
    command = [sys.executable, "-c", code, str(FOLDER)]
    answer = subprocess.run(command, cwd=FOLDER.parent, capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, answer.stdout.split())
    assert seconds < 1
    assert megabytes < 60


SHARED = load_gazetteer(FOLDER)
"""Hypothesis wants no fixtures of a narrower scope than its own."""
