"""Which trade a firm is in, from everyday words in five languages: the firm's own, not what a need is about."""

from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from catalogue_examples import CATALOGUE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alpine_catalogue.files.lines import read_yaml
from alpine_catalogue.languages import LANGUAGES
from components.reading.trades import TradeReader

TOLD = Path(__file__).parent / "told_trades"
"""By language, what people write and the divisions of which one must be read; none where no trade is told."""

WORDS = {
    "C31": {"de": ["Tischlerei", "Möbel"], "en": ["furniture maker"]},
    "C10": {"en": ["bakery"], "de": ["Bäckerei", "Schokolade"]},
    "C25": {"en": ["metal"]},
    "I55": {"en": ["hotel"], "it": ["albergo"]},
    "G47": {"en": ["shop"], "it": ["negozio"]},
    "C15": {"it": ["scarpe"], "de": ["Schuhe"], "en": ["shoes"]},
    "C18": {"en": ["furniture maker magazine printing"]},
    "K62": {"en": ["software"]},
}


@pytest.fixture(scope="module")
def few() -> TradeReader:
    """A reader that knows a few words."""
    return TradeReader(WORDS)


@pytest.fixture(scope="module")
def bodies() -> list[dict[str, Any]]:
    """All sectors of the catalogue."""
    return [read_yaml(path) for path in sorted((CATALOGUE / "sectors").glob("*.yml"))]


@pytest.fixture(scope="module")
def reader(bodies: list[dict[str, Any]]) -> TradeReader:
    """A reader that knows every word of the catalogue."""
    return TradeReader({str(body["code"]): body["words"] for body in bodies})


def codes(reader: TradeReader, text: str) -> list[str]:
    return list(dict.fromkeys(code for trade in reader.read(text) for code in trade.codes))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wir sind eine Tischlerei", ["C31"]),
        ("TISCHLEREI", ["C31"]),
        ("wir sind eine Baeckerei", ["C10"]),
        ("wir sind eine Backerei", ["C10"]),
        ("Familientischlerei", ["C31"]),
        ("Tischlereien", ["C31"]),
        ("due alberghi", ["I55"]),
        ("gestiamo alberghi", ["I55"]),
        ("a furniture maker near Graz", ["C31"]),
        ("furniture-maker", ["C31"]),
        ("furniture maker magazine printing", ["C18"]),
        ("l'albergo", ["I55"]),
        ("wir sind in Graz", []),
        ("", []),
    ],
)
def test_words_are_found_in_any_case_form_and_compound(few: TradeReader, text: str, expected: list[str]) -> None:
    assert codes(few, text) == expected


def test_a_misspelt_word_counts_only_when_nothing_else_is_named(few: TradeReader) -> None:
    assert codes(few, "Tichslerei") == ["C31"]
    assert codes(few, "hotel, früher Tichslerei") == ["I55"]


def test_a_misspelt_word_in_the_middle_of_a_sentence_needs_a_reason(few: TradeReader) -> None:
    assert codes(few, "das haben wir der Tichslerei gesagt") == []
    assert codes(few, "wir sind eine Tichslerei") == ["C31"]


def test_a_product_with_a_word_for_a_firm_is_the_products_trade(few: TradeReader) -> None:
    assert codes(few, "Möbelfabrik") == codes(few, "Möbelhersteller") == ["C31"]
    assert codes(few, "Schokoladenmanufaktur") == ["C10"]


def test_whoever_deals_in_a_product_trades_and_may_make_it(few: TradeReader) -> None:
    assert codes(few, "Schuhhandel") == ["G46", "G47", "C15"]
    assert codes(few, "we sell shoes") == ["G46", "G47", "C15"]
    assert set(codes(few, "negozio di scarpe")) == {"G46", "G47", "C15"}


def test_whoever_repairs_or_installs_a_product_is_in_that_trade_too(few: TradeReader) -> None:
    assert codes(few, "wir reparieren Schuhe") == ["C33", "T95", "C15"]
    assert codes(few, "montiamo scarpe") == ["F43", "C15"]


def test_the_first_trade_is_the_firms_own_and_what_is_joined_to_it(few: TradeReader) -> None:
    assert codes(few, "Tischlerei und Hotel") == ["C31", "I55"]
    assert codes(few, "a hotel; our furniture comes from a maker, the bread from a bakery in the village") == ["I55"]


def test_what_the_firm_says_of_itself_wins_over_what_comes_first(few: TradeReader) -> None:
    assert codes(few, "metal is expensive, we run a hotel") == ["I55"]
    assert codes(few, "the software is from 1998. bakery, Graz") == ["C10"]


def test_a_word_that_mostly_tells_a_need_is_a_trade_only_with_a_reason(few: TradeReader) -> None:
    assert codes(few, "our software is old") == []
    assert codes(few, "software") == codes(few, "software company") == codes(few, "we make software") == ["K62"]


def test_a_place_is_no_trade_and_a_trade_beside_a_place_is_the_firms(few: TradeReader) -> None:
    text = "the bakery and the hotel in Hotel"
    place = (text.index("Hotel"), len(text))
    assert {code for trade in few.read(text, places=[place]) for code in trade.codes} == {"I55", "C10"}
    assert few.read("Hotel", places=[(0, 5)]) == []


def test_a_word_inside_a_need_counts_less(few: TradeReader) -> None:
    text = "nobody finds the shop. bakery"
    need = (0, text.index("."))
    assert {code for trade in few.read(text, needs=[need]) for code in trade.codes} == {"C10"}


def test_the_words_it_was_read_from_are_marked(few: TradeReader) -> None:
    text = "Wir sind eine Tischlerei in Bruneck"
    (trade,) = few.read(text)
    assert text[trade.start : trade.end] == "Tischlerei"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_every_sector_is_read_as_its_sector(
    reader: TradeReader, bodies: list[dict[str, Any]], language: str
) -> None:
    unread = [
        (body["code"], word)
        for body in bodies
        for word in body["words"][language]
        if body["code"] not in {code for trade in reader.read(word) for code in trade.codes}
    ]
    assert unread == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_trades_are_read_and_other_talk_is_not_in_every_language(reader: TradeReader, language: str) -> None:
    told = yaml.safe_load((TOLD / f"{language}.yml").read_text(encoding="utf-8"))
    assert sum(len(expected) > 0 for _, *expected in told) >= 150
    wrong = {
        text: codes(reader, text)
        for text, *expected in told
        if bool(set(codes(reader, text)) & set(expected)) != bool(expected) or (not expected and codes(reader, text))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("Wir sind eine Tischlerei mit 12 Leuten in Bruneck", {"C31"}),
        ("nous sommes une menuiserie à Chambéry", {"C31", "C16", "F43"}),
        ("siamo una falegnameria di Trento", {"C31", "C16"}),
        ("smo mizarstvo iz Kranja", {"C31", "C16"}),
        ("we run a small hotel in Grenoble", {"I55"}),
        ("mir hond a käserei in egg", {"C10"}),
        ("metzgerei passau", {"C10", "G47"}),
        ("softwarefirma in innsbruck", {"K62", "J62"}),
        ("kmetija na Gorenjskem", {"A01"}),
    ],
)
def test_what_owners_write_is_read(reader: TradeReader, text: str, among: set[str]) -> None:
    found = set(codes(reader, text))
    assert found & among, found


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=150))
def test_no_text_whatever_breaks_it(few: TradeReader, text: str) -> None:
    for trade in few.read(text):
        assert 0 <= trade.start < trade.end <= len(text)
        assert trade.codes


def test_a_very_long_message_is_read_in_time(reader: TradeReader) -> None:
    started = process_time()
    for filling in ("tischlerei, ", "a ", "wir machen Möbel und ", "Maschinenbauunternehmungsgesellschaft "):
        reader.read(filling * 6000)
    assert process_time() - started < 5
