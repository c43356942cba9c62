"""Every case of every programme comes true; each programme has firms on both sides of each of its limits and days."""

from collections import Counter

import pytest
from limits_in_rules import days_that_matter, limits_of
from programme_cases import MADE_UP, Told, all_cases, cases_of, rulebook

from alpine_catalogue.eligibility.answer import Answer, Verdict
from alpine_catalogue.eligibility.rules import Rules

SHAPES = range(1, 36)
"""Of the rule shapes that real programmes have, each has two worked cases: S01.1, S01.2, S02.1, ..."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "told" in metafunc.fixturenames:
        metafunc.parametrize("told", all_cases(), ids=lambda told: told.name)
    if "rules" in metafunc.fixturenames:
        metafunc.parametrize("rules", rulebook().rules.values(), ids=lambda rules: rules.programme.id)


def test_it_comes_true(told: Told) -> None:
    outcome = told.judged()
    assert str(outcome.verdict) == told.body["expect"], [
        (one.condition, str(one.answer)) for one in outcome.reasons if one.answer is not Answer.HOLDS
    ]
    if "missing" in told.body:
        assert set(outcome.missing) == set(told.body["missing"])
    if "amount" in told.body:
        amount = outcome.amount and {"low": outcome.amount.low, "high": outcome.amount.high}
        assert amount == told.body["amount"]


def test_no_two_cases_of_a_programme_have_the_same_name() -> None:
    assert [name for name, times in Counter(case.name for case in all_cases()).items() if times > 1] == []


def test_a_programme_has_firms_that_fit_that_do_not_and_of_which_too_little_is_known(rules: Rules) -> None:
    """Where the sources leave something open for every firm, nobody is eligible: then one case shows just that."""
    expected = {case.body["expect"] for case in cases_of(rules.programme.id)}
    assert {"not_eligible", "unknown"} <= expected
    assert "eligible" in expected or any(_only_the_authority_can_tell(case) for case in cases_of(rules.programme.id))


def _only_the_authority_can_tell(case: Told) -> bool:
    outcome = case.judged()
    return outcome.verdict is Verdict.UNKNOWN and outcome.missing == ()


def test_each_limit_has_a_case_on_either_side(rules: Rules) -> None:
    cases = [case.question() for case in cases_of(rules.programme.id)]
    one_sided = [str(limit) for limit in limits_of(rules) if not {True, False} <= limit.answers(rules, cases)]
    assert one_sided == []


def test_each_limit_of_a_figure_has_a_case_right_beside_it_on_either_side(rules: Rules) -> None:
    cases = [case.question() for case in cases_of(rules.programme.id)]
    for limit in limits_of(rules):
        nearest = limit.nearest(rules, cases)
        if nearest is not None:
            assert set(nearest) == {True, False}, str(limit)
            assert all(limit.is_near(distance) for distance in nearest.values()), (str(limit), nearest)


def test_the_first_and_the_last_day_and_the_days_outside_have_a_case(rules: Rules) -> None:
    asked = {case.day for case in cases_of(rules.programme.id)}
    assert {name: day for name, day in days_that_matter(rules).items() if day not in asked} == {}


def test_every_worked_case_of_the_rule_shapes_is_a_case() -> None:
    worked = {f"S{shape:02}.{number}" for shape in SHAPES for number in (1, 2)}
    assert {case.body["source"] for case in all_cases() if "source" in case.body} == worked


def test_made_up_programmes_are_needed_and_name_no_real_source() -> None:
    for path in MADE_UP.glob("*.yml"):
        assert "https://" in path.read_text(encoding="utf-8")
        assert all(".example/" in line for line in path.read_text(encoding="utf-8").splitlines() if "https://" in line)
        assert any("source" in case.body for case in cases_of(path.stem))
