"""Facts told in passing: kept where a cue word makes them clear, never guessed."""

from datetime import date
from typing import Any

import pytest

from actions.facts.cues import bare_sum, told_in_passing
from actions.facts.words import read_fact_words

TODAY = date(2026, 11, 22)
WORDS = read_fact_words()


def told(language: str, text: str) -> dict[str, Any]:
    return told_in_passing(text, WORDS.reading(language, TODAY))


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [
        ("de", "Umsatz 2 Mio", {"turnover": 2_000_000}),
        ("de", "wir sind 12 Leute, Umsatz 2 Mio, gegründet 2019", {"turnover": 2_000_000, "founded": "2019"}),
        ("de", "Umsatz 2024: 1,8 Mio, Bilanzsumme 900.000", {"turnover": 1_800_000, "balance": 900_000}),
        (
            "de",
            "wir machen 2 Mio Umsatz und die Bilanzsumme liegt bei 1,1 Mio",
            {"turnover": 2_000_000, "balance": 1_100_000},
        ),
        ("de", "uns gibt es seit 2010", {"founded": "2010"}),
        ("en", "our turnover is 800k and we were founded in March 2021", {"turnover": 800_000, "founded": "2021-03"}),
        ("en", "the machine costs 30.000", {"cost": 30_000}),
        ("fr", "chiffre d'affaires 1,2 M€ et total du bilan 600 k€", {"turnover": 1_200_000, "balance": 600_000}),
        ("fr", "entreprise créée en 2018", {"founded": "2018"}),
        ("it", "fondata nel 2012, fatturiamo 3 milioni", {"founded": "2012", "turnover": 3_000_000}),
        ("it", "il preventivo è di 12.000 euro", {"cost": 12_000}),
        ("sl", "prometa imamo 400.000 evrov", {"turnover": 400_000}),
        ("sl", "stroj stane 60 tisoč", {"cost": 60_000}),
    ],
)
def test_a_cue_word_says_which_fact_it_is(language: str, text: str, facts: dict[str, Any]) -> None:
    assert told(language, text) == facts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "we have not ordered anything yet"),
        ("de", "wir haben noch nichts bestellt"),
        ("fr", "nous n'avons encore rien commandé"),
        ("it", "non abbiamo ancora ordinato niente"),
        ("sl", "še nič nismo naročili"),
    ],
)
def test_nothing_ordered_yet_is_told_as_none(language: str, text: str) -> None:
    assert told(language, text) == {"first_order": "none"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "we have already ordered the machine"),
        ("de", "haben die Maschine schon bestellt"),
        ("fr", "on a déjà commandé la machine"),
        ("it", "abbiamo già ordinato la macchina"),
        ("sl", "stroj smo že naročili"),
    ],
)
def test_what_was_ordered_already_was_ordered_before_today(language: str, text: str) -> None:
    assert told(language, text) == {"first_order": "2026-11-21"}


def test_a_day_of_the_order_is_kept_as_told() -> None:
    assert told("de", "am 3. November 2026 haben wir die Maschine bestellt") == {"first_order": "2026-11-03"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "darf der Umsatz über 10 Mio sein"),
        ("de", "wenn der Umsatz 3 Mio wäre"),
        ("de", "seit 2022 haben wir Probleme mit der Maschine"),
        ("de", "Wir haben Bestellungen auf Papier und noch nichts digital"),
        ("de", "Umsatz weiß ich nicht"),
        ("de", "wir wollen 2027 eine neue Halle"),
        ("sl", "naročila na papirju in nič digitalnega"),
        ("en", "paper orders pile up, nothing is digital"),
        ("en", "2 million"),
    ],
)
def test_a_supposed_figure_or_one_without_a_cue_is_none(language: str, text: str) -> None:
    assert told(language, text) == {}


def test_a_supposed_cost_is_good_enough() -> None:
    assert told("de", "wenn ich 20.000 Euro ausgeb, wie viel krieg ich") == {"cost": 20_000}


def test_a_bare_sum_is_one_only_where_there_is_no_other() -> None:
    reading = WORDS.reading("de", TODAY)
    assert bare_sum("wie viel gibt es für 20.000 Euro im Jahr 2027", reading) == 20_000
    assert bare_sum("für 20.000 oder 30.000 Euro?", reading) == [20_000, 30_000]
    assert bare_sum("20.000 Euro Maschine, 5.000 Euro Software", reading) is None
    assert bare_sum("wie viel gibt es", reading) is None
