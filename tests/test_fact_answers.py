"""Answers to the question about one fact: read by the form of the fact, declined, or not read."""

from datetime import date
from typing import Any

import pytest
from catalogue_examples import CATALOGUE

from actions.facts.answers import Answer, AnswerReader, Message
from actions.facts.words import read_fact_words
from alpine_catalogue.eligibility.fact_kinds import FactKind, load_fact_kinds

KINDS, WORDS = load_fact_kinds(CATALOGUE), read_fact_words()
AID = FactKind("aid", "aid", {"en": "x"}, {"en": "x"})


def answer(fact: str, text: str, act: str = "inform", language: str = "de", **more: Any) -> Answer:
    reader = AnswerReader(WORDS, WORDS.reading(language, date(2026, 11, 22)))
    return reader.answer(Message(text, act, **more), KINDS[fact])


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("turnover", "1,5 Mio", 1_500_000),
        ("turnover", "2024 waren es 1,8 Mio", 1_800_000),
        ("turnover", "2000 Euro", 2000),
        ("turnover", "circa 1,2 milioni", [1_080_000, 1_320_000]),
        ("closed_accounts", "3", 3),
        ("closed_accounts", "keine", 0),
        ("private_customer_share", "30 %", 0.3),
        ("private_customer_share", "30", 0.3),
        ("private_customer_share", "0.3", 0.3),
        ("founded", "2019", "2019"),
        ("founded", "im März 2021", "2021-03"),
        ("first_order", "nein, noch nichts", "none"),
        ("breakthrough_technology", "nein", False),
        ("breakthrough_technology", "ja klar", True),
        ("breakthrough_technology", "keine", False),
        ("steps.bafa_regional_talk", "ja, am 3.3.2025", {"done": "2025-03-03"}),
        ("steps.bafa_regional_talk", "ja", True),
        ("steps.bafa_regional_talk", "noch nicht", False),
        ("legal_form", "Kapitalgesellschaft", "limited_company"),
        ("legal_form", "Einzelunternemen", "sole_trader"),
        ("branches", "nein", []),
    ],
)
def test_an_answer_is_read_in_the_form_of_the_fact(fact: str, text: str, value: Any) -> None:
    assert answer(fact, text).value == value


def test_places_and_trades_are_those_that_were_found_in_the_message() -> None:
    assert answer("province", "in Bruneck", places=["ITH10"]).value == "ITH10"
    assert answer("branches", "in Lindau und Bregenz", places=["DE27A", "AT342"]).value == ["DE27A", "AT342"]
    assert answer("sector", "wir sind Optiker", trades=["G47"]).value == ["G47"]
    assert answer("province", "weiter unten").value is None


@pytest.mark.parametrize(
    ("fact", "text", "act"),
    [
        ("turnover", "weiß ich nicht", "dont_know"),
        ("turnover", "da müsste ich nachsehen", "dont_know"),
        ("turnover", "überspringen", "skip"),
        ("turnover", "nein", "deny"),
        ("breakthrough_technology", "keine Ahnung", "dont_know"),
        ("legal_form", "lieber nicht", "skip"),
    ],
)
def test_who_does_not_know_or_would_rather_not_say_has_declined(fact: str, text: str, act: str) -> None:
    found = answer(fact, text, act)
    assert (found.declined, found.value) == (True, None)


def test_who_has_enough_of_it_ends_the_questions() -> None:
    for text in ("Genug gefragt", "Assez de questions", "Basta domande", "Dovolj vprašanj", "Enough questions"):
        assert answer("turnover", text, "goodbye").stop


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("turnover", "das ist eine gute Frage"),
        ("turnover", "12"),
        ("turnover", "2015"),
        ("turnover", "20.000 Euro hier und 5.000 Euro dort"),
        ("founded", "vor längerer Zeit"),
        ("legal_form", "etwas ganz anderes"),
        ("private_customer_share", "400"),
        ("steps.bafa_regional_talk", "mal sehen"),
        ("breakthrough_technology", "kommt darauf an"),
    ],
)
def test_what_cannot_be_read_is_no_answer(fact: str, text: str) -> None:
    assert not answer(fact, text).read


def test_lists_of_records_can_only_be_denied() -> None:
    reader = AnswerReader(WORDS, WORDS.reading("en", date(2026, 11, 22)))
    assert reader.answer(Message("no", "deny"), AID).value == []
    assert not reader.answer(Message("yes, 4,000 from the chamber", "affirm"), AID).read
