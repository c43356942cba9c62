"""Figures, days and plain answers, as people of five languages write them."""

from typing import Any

import pytest

from actions.facts.figures import figures_in
from actions.facts.words import read_fact_words

WORDS = read_fact_words()


def told(text: str) -> list[Any]:
    return [figure.told for figure in figures_in(text, WORDS.figures)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1,5 Mio", 1_500_000),
        ("1.5 million", 1_500_000),
        ("800k", 800_000),
        ("2.000.000 €", 2_000_000),
        ("CHF 1'200'000", 1_200_000),
        ("20 000 euros", 20_000),
        ("2,500", 2_500),
        ("1,250 Mio", 1_250_000),
        ("15000,50 EUR", 15_000.5),
        ("800 T€", 800_000),
        ("800 mila euro", 800_000),
        ("1,2 milioni", 1_200_000),
        ("1,2 M€", 1_200_000),
        ("2 milijona evrov", 2_000_000),
        ("60 tisoč", 60_000),
        ("8 jurjev", 8_000),
        ("3 Mrd", 3_000_000_000),
        ("5 m", 5),
        ("2m", 2_000_000),
        ("30 %", 30),
        ("0.25", 0.25),
    ],
)
def test_a_figure_is_read_however_it_is_written(text: str, figure: float) -> None:
    assert told(text) == [figure]


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("etwa 2 Mio. Euro", [1_800_000, 2_200_000]),
        ("unter 2 Mio", [None, 2_000_000]),
        ("più di 800 mila", [800_000, None]),
        ("zwischen 1 und 2 Mio", [1_000_000, 2_000_000]),
        ("1-2 Mio", [1_000_000, 2_000_000]),
        ("de 500 000 à 800 000 €", [500_000, 800_000]),
    ],
)
def test_a_vague_figure_is_an_interval(text: str, interval: list[float | None]) -> None:
    assert told(text) == [interval]


def test_a_year_a_share_and_a_handful_are_no_sums() -> None:
    text = "2024 waren wir 12 und 30 % davon machten 1,8 Mio"
    assert [figure.told for figure in figures_in(text, WORDS.figures) if figure.sum] == [1_800_000]


def test_a_figure_is_found_where_it_stands() -> None:
    [figure] = figures_in("Die Maschine kostet 30.000 €, sagt er", WORDS.figures)
    assert "Die Maschine kostet 30.000 €, sagt er"[figure.start : figure.end] == "30.000 €"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019", "2019"),
        ("März 2021", "2021-03"),
        ("mars 2021", "2021-03"),
        ("marca 2021", "2021-03"),
        ("03/2021", "2021-03"),
        ("2021-03", "2021-03"),
        ("1.5.2019", "2019-05-01"),
        ("1. Mai 2019", "2019-05-01"),
        ("May 1, 2019", "2019-05-01"),
        ("1 maggio 2019", "2019-05-01"),
        ("1. maja 2019", "2019-05-01"),
        ("le 1er mars 2019", "2019-03-01"),
        ("1st of March 2020", "2020-03-01"),
        ("2019-05-01", "2019-05-01"),
        ("avgusta 2020", "2020-08"),
        ("juillet 2018", "2018-07"),
    ],
)
def test_a_day_a_month_or_a_year_is_read_in_each_language(text: str, day: str) -> None:
    assert [one.told for one in WORDS.days.days_in(f"seit {text}, glaube ich")] == [day]


@pytest.mark.parametrize("text", ["31.2.2019", "12.400", "5.0", "12 Leute", "am Montag"])
def test_what_no_calendar_has_is_no_day(text: str) -> None:
    assert WORDS.days.days_in(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ja, klar", "yes"),
        ("oui", "yes"),
        ("sì", "yes"),
        ("da, seveda", "yes"),
        ("noch nicht", "no"),
        ("non ancora", "no"),
        ("ne, nimamo", "no"),
        ("keine", "none"),
        ("aucune", "none"),
        ("weiß ich nicht", "dont_know"),
        ("je ne sais pas", "dont_know"),
        ("non lo so", "dont_know"),
        ("ne vem", "dont_know"),
        ("überspringen", "skip"),
        ("preskočite", "skip"),
        ("Genug gefragt", "stop"),
        ("basta domande", "stop"),
        ("1,5 Mio", None),
    ],
)
def test_a_plain_answer_is_known_by_its_first_words(text: str, kind: str | None) -> None:
    assert WORDS.answers.kind(text) == kind


def test_the_act_helps_where_the_words_say_nothing() -> None:
    assert WORDS.answers.kind("passt so", "affirm") == "yes"
    assert WORDS.answers.kind("da müsste ich fragen", "dont_know") == "dont_know"
    assert WORDS.answers.kind("passt so") is None
