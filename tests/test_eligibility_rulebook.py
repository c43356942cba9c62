"""A rule book: days that some edition knows, tests that programmes share, a mistake in a programme's file."""

from datetime import date

import pytest
from rule_examples import ON, condition, kinds, law, programme

from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.eligibility.rulebook import RuleBook
from alpine_catalogue.errors import BadFacts

EDITIONS = [
    {"name": "old", "from": "2020-02-01", "until": "2023-12-31"},
    {"name": "new", "from": "2024-01-01", "until": "2026-06-30"},
]


@pytest.mark.parametrize(
    ("on", "fits"),
    [
        (date(2000, 1, 31), False),
        (date(2000, 2, 1), True),
        (date(2046, 6, 30), True),
        (date(2046, 7, 1), False),
    ],
)
def test_a_day_far_outside_every_edition_is_refused_in_a_sentence(on: date, fits: bool) -> None:
    book = RuleBook([programme(editions=EDITIONS), programme("it-other")], kinds(), law())
    if fits:
        assert book.checked_day(on) == on
        return
    with pytest.raises(BadFacts) as caught:
        book.checked_day(on)
    known = "lies outside every edition that the catalogue knows (2000-02-01 to 2046-06-30)"
    assert str(caught.value) == f"{on} {known}."


def test_without_any_dated_edition_every_day_will_do() -> None:
    assert RuleBook([programme()], kinds(), law()).checked_day(date(1900, 1, 1)) == date(1900, 1, 1)


def test_equal_tests_of_all_programmes_are_one_object_and_answered_once() -> None:
    few = condition({"employees": {"below": 50}})
    book = RuleBook([programme(name, conditions=[few]) for name in ("a", "b")], kinds(), law())
    first, second = (rules.editions[0].conditions[0] for rules in book.rules.values())
    assert first.test is second.test
    assert [one.verdict for one in book.judge_all(facts_from({"employees": 60}, kinds()), ON)] == [
        Verdict.NOT_ELIGIBLE
    ] * 2


def test_each_answer_of_a_case_is_worked_out_once() -> None:
    few = condition({"employees": {"below": 50}})
    book = RuleBook([programme(name, conditions=[few]) for name in ("a", "b")], kinds(), law())
    first, second = book.judge_all(facts_from({}, kinds()), ON)
    assert first.missing == second.missing == ("employees",)
    assert first.case is second.case
