"""Practices and events: real ones with sources, proposed because they fit and saying why, and never past ones."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from catalogue_examples import CATALOGUE
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from alpine_catalogue import build
from alpine_catalogue.errors import BrokenFiles
from alpine_catalogue.examples.model import Event, Firm, Practice
from alpine_catalogue.examples.similar import similar
from alpine_catalogue.examples.upcoming import upcoming
from alpine_catalogue.examples.weights import Similarity, read_similarity
from alpine_catalogue.files.folder import Record, read_folder
from alpine_catalogue.files.references import check_references
from alpine_catalogue.languages import LANGUAGES
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.loading import load
from alpine_catalogue.store.migrate import upgrade
from alpine_catalogue.store.repository import Catalogue

pytest_plugins = ["catalogue_fixtures"]

DAY = date(2026, 11, 22)
WORDS = dict.fromkeys(LANGUAGES, "What was done")
BAKER = Firm(pains=("planning_chaos",), sectors=("C10",), country="DE", region="DE24", language="de")


def practice(id: str = "it-example", **fields: Any) -> Practice:
    """A practice of no trade, need or place in particular; `fields` say what is different."""
    plain: dict[str, Any] = {
        "title": WORDS, "firm": "not named", "country": "IT", "region": None, "sectors": ("C31",), "pain_points": (),
        "technologies": (), "hub": None, "helped_by": "A hub", "year": 2025, "source": "https://hub.example",
        "checked": DAY, "confidence": "seen",
    }  # fmt: skip
    return Practice(id=id, **(plain | fields))


def event(id: str = "it-example-2026", **fields: Any) -> Event:
    """An event in English a week from now; `fields` say what is different."""
    plain: dict[str, Any] = {
        "title": "Example", "languages": ("en",), "starts": DAY + timedelta(7), "ends": DAY + timedelta(7),
        "city": None, "country": "IT", "region": None, "online": False, "pain_points": (), "technologies": (),
        "organiser": None, "hub": None, "url": None, "source": "https://hub.example",
        "checked": DAY, "confidence": "seen",
    }  # fmt: skip
    return Event(id=id, **(plain | fields))


@pytest.fixture(scope="module")
def weights() -> Similarity:
    """The catalogue's figures."""
    return read_similarity(CATALOGUE)


@pytest.fixture(scope="module")
def practices(content: list[Record]) -> list[Practice]:
    """All real practices."""
    return [build.practice(record.body) for record in content if record.kind == "practice"]


@pytest.fixture(scope="module")
def events(content: list[Record]) -> list[Event]:
    """All real events."""
    return [build.event(record.body) for record in content if record.kind == "event"]


@pytest.fixture
def engine(catalogue_url: str) -> Iterator[Engine]:
    """A database with tables and nothing in them."""
    made = make_engine(catalogue_url)
    upgrade(made)
    yield made
    made.dispose()


def reasons(found: Any) -> list[tuple[str, Any]]:
    return [(reason.key, reason.value) for reason in found.reasons]


# -- what is in the catalogue ----------------------------------------------------------------------


def test_there_are_at_least_fifteen_practices_each_with_an_address_as_source(practices: list[Practice]) -> None:
    assert len(practices) >= 15
    assert all(one.source.startswith("http") for one in practices)
    assert all(set(one.title) == set(LANGUAGES) and one.pain_points for one in practices)


def test_every_event_tells_where_its_days_were_read(events: list[Event]) -> None:
    assert events
    assert all(one.source and one.starts <= one.ends for one in events)


def test_there_are_events_to_come_on_the_day_of_the_catalogue(events: list[Event]) -> None:
    assert any(one.starts > DAY for one in events)
    assert any(one.ends < DAY for one in events), "past ones stay in the files"


def test_the_database_gives_back_what_the_files_say(
    engine: Engine, content: list[Record], practices: list[Practice], events: list[Event]
) -> None:
    load(engine, content, datetime(2026, 11, 22, tzinfo=UTC))
    catalogue = Catalogue(engine)
    assert catalogue.practices() == {one.id: one for one in practices}
    assert catalogue.events() == {one.id: one for one in events}


# -- files that are wrong --------------------------------------------------------------------------

EVENT = "events/de/de-sps-2026.yml"
PRACTICE = "practices/de/de-backhaus-mueller.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "reason"),
    [
        (
            EVENT,
            "starts: 2026-11-24",
            "starts: 2026-11-28",
            "ends",
            "ends on 2026-11-26, before it starts on 2026-11-28",
        ),
        (EVENT, "region: DE25", "region: DEX5", "region", "'DEX5' is not a known area"),
        (EVENT, "hub: null", "hub: nobody-there", "hub", "'nobody-there' is not a known hub"),
        (EVENT, "[industry-4-0,", "[industry-5-0,", "technologies", "'industry-5-0' is not a known technology"),
        (EVENT, "starts: 2026-11-24", "starts: 2026-11-31", "file", "is no day"),
        (PRACTICE, "sectors: [C10]", "sectors: [C99]", "sectors", "'C99' is not a known sector"),
        (PRACTICE, "pain_points: [planning_chaos,", "pain_points: [rust,", "pain_points/0", "'rust' is not one of"),
    ],
)
def test_a_broken_file_is_refused_with_file_line_place_and_reason(
    tmp_path: Path, file: str, old: str, new: str, place: str, reason: str
) -> None:
    root = tmp_path / "catalogue"
    root.mkdir()
    for folder in CATALOGUE.iterdir():
        if folder.is_dir() and folder.name not in ("events", "practices", "alpine_catalogue", "gazetteer"):
            (root / folder.name).symlink_to(folder)
    text = (CATALOGUE / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / file).parent.mkdir(parents=True)
    (root / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenFiles) as caught:
        check_references(root, read_folder(root))
    (finding,) = caught.value.findings
    assert finding.path == root / file
    assert (finding.place or "file") == place
    assert reason in finding.reason
    assert finding.line > 1


# -- practices -------------------------------------------------------------------------------------


def test_a_baker_hears_of_a_baker_with_the_same_worry(practices: list[Practice], weights: Similarity) -> None:
    first = similar(practices, BAKER, weights)[0]
    assert first.practice.id == "de-backhaus-mueller"
    assert reasons(first) == [("same_need", "planning_chaos"), ("same_trade", "C10"), ("same_region", "DE24")]


def test_every_proposal_says_why_it_is_similar(practices: list[Practice], weights: Similarity) -> None:
    for found in similar(practices, BAKER, weights, limit=100):
        assert found.reasons
        assert found.points == pytest.approx(sum(weights.practices[reason.key] for reason in found.reasons))


def test_a_shared_country_alone_makes_nobody_similar(weights: Similarity) -> None:
    assert similar([practice(sectors=("G47",))], Firm(country="IT"), weights) == []


def test_nothing_known_of_the_firm_proposes_nothing(practices: list[Practice], weights: Similarity) -> None:
    assert similar(practices, Firm(), weights) == []


def test_the_same_trade_counts_once_and_before_a_related_one(weights: Similarity) -> None:
    firm = Firm(sectors=("C16", "C31"), pains=("paperwork",))
    same, related = (
        practice("it-a", pain_points=("paperwork",)),
        practice("it-b", pain_points=("paperwork",), sectors=("C25",)),
    )
    found = similar([related, same], firm, weights)
    assert [reasons(one)[1:] for one in found] == [[("same_trade", "C31")], [("related_trade", "C")]]


def test_a_practice_of_many_trades_is_for_everybody(weights: Similarity) -> None:
    found = similar([practice(sectors=(), pain_points=("paperwork",))], Firm(pains=("paperwork",)), weights)
    assert reasons(found[0]) == [("same_need", "paperwork"), ("every_trade", None)]


def test_a_hub_of_the_team_that_helped_there_is_a_reason(weights: Similarity) -> None:
    firm = Firm(sectors=("C31",), hubs=("ecipa",))
    found = similar([practice(hub="ecipa"), practice("it-b")], firm, weights)
    assert reasons(found[0])[-1] == ("with_this_hub", "ecipa")
    assert found[0].points > found[1].points


def test_what_nobody_has_read_in_a_source_is_not_told(weights: Similarity) -> None:
    unread = [practice(confidence=told, pain_points=("paperwork",)) for told in ("memory", "mixed")]
    assert similar(unread, Firm(pains=("paperwork",)), weights) == []


def test_equal_practices_come_newest_first_and_then_by_id(weights: Similarity) -> None:
    same = [practice("it-c", year=None), practice("it-b", year=2024), practice("it-a", year=2024), practice("it-d")]
    found = similar(same, Firm(sectors=("C31",)), weights, limit=4)
    assert [one.practice.id for one in found] == ["it-d", "it-a", "it-b", "it-c"]


# -- events ----------------------------------------------------------------------------------------


@given(on=st.dates(date(2019, 1, 1), date(2028, 12, 31)))
def test_a_past_event_is_never_proposed_on_any_day(events: list[Event], weights: Similarity, on: date) -> None:
    found = upcoming(events, Firm(), on, weights)
    assert {one.event.id for one in found} == {one.id for one in events if one.ends >= on}


@pytest.mark.parametrize(
    ("days", "told", "running"), [(-1, True, False), (0, True, True), (2, True, True), (3, False, False)]
)
def test_an_event_is_proposed_up_to_its_last_day_and_not_on_the_day_after(
    weights: Similarity, days: int, told: bool, running: bool
) -> None:
    three_days = event(starts=DAY, ends=DAY + timedelta(2))
    found = upcoming([three_days], Firm(), DAY + timedelta(days), weights)
    assert bool(found) is told
    assert [one.running for one in found] == [running] * told


def test_events_come_by_fit_and_then_by_date(weights: Similarity) -> None:
    late, soon = (
        event(f"it-{n}-2026", pain_points=("paperwork",), ends=DAY + timedelta(n), starts=DAY + timedelta(n))
        for n in (9, 3)
    )
    near = event("it-near-2026", pain_points=("paperwork",), region="ITH1", ends=DAY + timedelta(99))
    firm = Firm(pains=("paperwork",), country="IT", region="ITH1")
    assert [one.event for one in upcoming([late, soon, near], firm, DAY, weights)] == [near, soon, late]


def test_a_firm_that_told_its_worry_hears_of_no_event_about_something_else(weights: Similarity) -> None:
    other, general = event("it-other-2026", pain_points=("paperwork",), region="ITH1"), event("it-general-2026")
    firm = Firm(pains=("cybersecurity",), country="IT", region="ITH1")
    found = upcoming([other, general], firm, DAY, weights)
    assert [one.event for one in found] == [general]
    assert ("about_everything", None) in reasons(found[0])


def test_a_firm_that_told_nothing_hears_of_all_events(weights: Similarity) -> None:
    assert len(upcoming([event(), event("it-b-2026", technologies=("robotics",))], Firm(), DAY, weights)) == 2


def test_another_language_and_uncertain_days_are_told_and_count_against_it(weights: Similarity) -> None:
    doubtful = event(languages=("de", "fr"), confidence="mixed", pain_points=("paperwork",))
    (found,) = upcoming([doubtful], Firm(pains=("paperwork",), language="sl"), DAY, weights)
    assert reasons(found) == [("same_need", "paperwork"), ("other_language", "de, fr"), ("dates_uncertain", None)]
    assert found.points < weights.events["same_need"]


def test_an_event_from_memory_is_not_proposed(weights: Similarity) -> None:
    assert upcoming([event(confidence="memory")], Firm(), DAY, weights) == []


def test_the_figures_have_one_for_each_reason_and_no_more(weights: Similarity) -> None:
    firm = Firm(("paperwork",), ("robotics",), ("C31", "G47"), "IT", "ITH1", ("ecipa",), "sl")
    places = [(sectors, region) for sectors in ((), ("C31",), ("C25",)) for region in ("ITH1", None)]
    abilities: dict[str, Any] = {"technologies": ("robotics",), "hub": "ecipa"}
    kinds = [practice(pain_points=("paperwork",), sectors=one, region=two, **abilities) for one, two in places]
    told = {reason.key for one in similar(kinds, firm, weights, 9) for reason in one.reasons}
    assert told == set(weights.practices)
    general = event(hub="ecipa", region="ITH1", online=True, confidence="mixed")
    special = event("it-b-2026", pain_points=("paperwork",), technologies=("robotics",))
    told = {reason.key for one in upcoming([general, special], firm, DAY, weights) for reason in one.reasons}
    assert told == set(weights.events)
