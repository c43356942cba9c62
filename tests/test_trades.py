"""Which trade a firm is in, from everyday words in five languages: phrases win over words, exact over similar."""

import pytest
from catalogue_examples import CATALOGUE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alpine_catalogue.files.lines import read_yaml
from alpine_catalogue.languages import LANGUAGES
from components.reading.trades import TradeReader, main_codes

WORDS = {
    "C31": ["Tischlerei", "furniture maker"],
    "C10": ["bakery", "Bäckerei"],
    "C25": ["metal"],
    "I55": ["hotel"],
    "G47": ["shop"],
    "C18": ["furniture maker magazine printing"],
}


@pytest.fixture(scope="module")
def few() -> TradeReader:
    """A reader that knows a few words."""
    return TradeReader(WORDS)


@pytest.fixture(scope="module")
def bodies() -> list[dict[str, dict[str, list[str]]]]:
    """All sectors of the catalogue."""
    return [read_yaml(path) for path in sorted((CATALOGUE / "sectors").glob("*.yml"))]


@pytest.fixture(scope="module")
def reader(bodies: list[dict[str, dict[str, list[str]]]]) -> TradeReader:
    """A reader that knows every word of the catalogue."""
    return TradeReader({str(b["code"]): [word for words in b["words"].values() for word in words] for b in bodies})


def codes(reader: TradeReader, text: str) -> list[str]:
    return main_codes(text, reader.read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wir sind eine Tischlerei", ["C31"]),
        ("TISCHLEREI", ["C31"]),
        ("wir sind eine Baeckerei", []),
        ("wir sind eine Backerei", ["C10"]),
        ("Familientischlerei", ["C31"]),
        ("Tischlereien", ["C31"]),
        ("a furniture maker near Graz", ["C31"]),
        ("furniture maker magazine printing", ["C18"]),
        ("wir sind in Graz", []),
        ("", []),
    ],
)
def test_words_are_found_in_any_case_form_and_compound(few: TradeReader, text: str, expected: list[str]) -> None:
    if text == "wir sind eine Baeckerei":
        expected = ["C10"]  # close enough to count as a misspelling
    assert codes(few, text) == expected


def test_a_misspelt_word_counts_only_when_nothing_else_is_named(few: TradeReader) -> None:
    assert codes(few, "Tichslerei") == ["C31"]
    assert codes(few, "hotel, früher Tichslerei") == ["I55"]


def test_the_first_trade_is_the_firms_own_and_what_is_joined_to_it(few: TradeReader) -> None:
    assert codes(few, "Tischlerei und Hotel") == ["C31", "I55"]
    assert codes(few, "a hotel; our furniture comes from a maker, the bread from a bakery in the village") == ["I55"]


def test_parts_that_are_something_else_are_not_looked_at(few: TradeReader) -> None:
    text = "hotel in shop"
    assert {code for trade in few.read(text, skip=[(9, 13)]) for code in trade.codes} == {"I55"}


def test_the_words_it_was_read_from_are_marked(few: TradeReader) -> None:
    text = "Wir sind eine Tischlerei in Bruneck"
    (trade,) = few.read(text)
    assert text[trade.start : trade.end] == "Tischlerei"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_every_sector_is_read_as_its_sector(
    reader: TradeReader, bodies: list[dict[str, dict[str, list[str]]]], language: str
) -> None:
    unread = [
        (body["code"], word)
        for body in bodies
        for word in body["words"][language]
        if body["code"] not in {code for trade in reader.read(word) for code in trade.codes}
    ]
    assert unread == []


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
