"""Slots, results and times as an adviser reads them."""

from datetime import timedelta

import pytest
from handoff_examples import START

from console.facts import facts_of
from console.proposals import hubs_of, programmes_of, web_link
from console.reader import Reader
from console.wording import LANGUAGES, load_words

WORDS = load_words()


def reader(language: str = "en") -> Reader:
    """Return a reader with a catalogue that marks what it has named."""
    return Reader(language, WORDS[language], lambda code, _: f"<{code}>", START)


def told(**slots: object) -> dict[str, list[str]]:
    """Return the facts by label."""
    return {fact.label: fact.values for fact in facts_of(slots, reader())}


def test_what_was_told_is_in_words_and_what_was_not_stays_open() -> None:
    facts = told(country="AT", sector=["C31", "C16"], pain_points=["old_it"], language="sl", requested_slot="x")

    assert facts == {
        "Needs": ["<old_it>"],
        "Sector": ["<C31>", "<C16>"],
        "Employees": [],
        "Country": ["Austria"],
        "Region": [],
        "Province": [],
        "Language": ["Slovenian"],
    }


def test_facts_beside_the_profile_are_told_by_the_registrys_names() -> None:
    facts = told(firm_facts={"turnover": 2_000_000, "founded": "2019", "tax_debt": False, "balance": [1, 2]})

    assert facts["Further facts"] == ["<turnover>: 2000000, <founded>: 2019, <tax_debt>: no, <balance>: 1–2"]


def test_the_firms_own_words_stand_beside_each_fact() -> None:
    slots = {
        "country": "IT",
        "region": "ITH1",
        "sector": ["C31", "C16"],
        "employees": [13, 17],
        "pain_points": ["old_it", "paperwork"],
        "told": {
            "place": "Bruneck",
            "sector": "Tischlerei",
            "employees": "a fuchzehn",
            "pain_points": {"paperwork": "Zettel"},
        },
    }
    words = {fact.label: fact.words for fact in facts_of(slots, reader())}

    assert words["Region"] == ["Bruneck"]
    assert words["Country"] == [""]
    assert words["Sector"] == ["", "Tischlerei"]
    assert words["Employees"] == ["a fuchzehn"]
    assert words["Needs"] == ["", "Zettel"]
    assert "told" not in words


@pytest.mark.parametrize("kept", [None, "x", ["x"], {"sector": None}, {"pain_points": "x"}])
def test_a_fact_without_words_is_shown_all_the_same(kept: object) -> None:
    assert told(sector=["C31"], pain_points=["old_it"], told=kept)["Sector"] == ["<C31>"]


@pytest.mark.parametrize(("employees", "words"), [(12, ["12"]), ([10, 20], ["10–20"]), (0, ["0"]), (None, [])])
def test_a_vague_size_stays_vague(employees: object, words: list[str]) -> None:
    assert told(employees=employees)["Employees"] == words


def test_a_slot_that_the_console_does_not_know_is_shown_all_the_same() -> None:
    facts = told(legal_form="GmbH", is_linked=False, aid_received=[{"year": 2025, "amount": 4000}], nothing=[])

    assert facts["legal form"] == ["GmbH"]
    assert facts["is linked"] == ["no"]
    assert facts["aid received"] == ["year: 2025, amount: 4000"]
    assert "nothing" not in facts


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://hub.example/a?b=c", "https://hub.example/a?b=c"),
        ("http://hub.example", "http://hub.example"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("data:text/html,x", None),
        ("//hub.example", None),
        ("https:", None),
        ("http://[", None),
        (None, None),
        (7, None),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(address: object, link: str | None) -> None:
    assert web_link(address) == link


def test_a_hub_says_what_it_covers_how_far_it_is_and_why() -> None:
    hub = {
        "id": "a",
        "name": "A",
        "covers": ["old_it"],
        "distance_km": 61.6,
        "languages": ["de"],
        "reasons": ["r"],
    }
    hub["reasons"] += [
        "technology:AI",
        "serves_your_area: AT33",
        "across_the_border:SI",
        "other_language",
        "status_unverified:2023",
    ]
    shown = hubs_of({"hubs": [hub, {"id": "b"}]}, reader())

    assert (shown[0].covers, shown[0].distance_km, shown[0].languages) == (["<old_it>"], 62, ["German"])
    assert shown[0].reasons == ["<r>", "works with: <AI>", "works in the firm’s area", "across the border (Slovenia)"]
    assert shown[0].reservations == ["probably not in the firm’s language", "last seen active: <2023>"]
    assert (shown[1].name, shown[1].distance_km, shown[1].link) == ("b", None, None)


def test_a_verdict_nobody_gave_is_shown_as_not_certain() -> None:
    shown = programmes_of({"programmes": [{"name": "P"}, {"name": "Q", "verdict": "eligible"}]}, reader())

    assert [programme.verdict_words for programme in shown] == ["not certain", "fits"]


def test_the_day_of_a_check_reads_like_a_day_and_anything_else_stays() -> None:
    assert reader("de").day("2026-10-02") == "02.10.2026"
    assert reader("de").day("in autumn") == "in autumn"


@pytest.mark.parametrize(("language", "words"), [("en", "09:00"), ("de", "09:00"), ("sl", "09:00")])
def test_times_are_those_on_the_clocks_of_the_alps(language: str, words: str) -> None:
    assert reader(language).clock(START) == words, "eight in the morning in UTC"
    assert words in reader(language).clock(START - timedelta(days=1))
    assert reader(language).clock(START - timedelta(days=1)) != words


@pytest.mark.parametrize("language", LANGUAGES)
def test_waiting_times_are_words_of_the_language(language: str) -> None:
    spans = [reader(language).since(START - timedelta(minutes=m)) for m in (0, 1, 90, 200, 3000, 50_000)]

    assert len(set(spans)) == len(spans)
    assert spans[2].startswith("90")
