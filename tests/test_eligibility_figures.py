"""Figures against limits and shares of other figures; days against days; how long ago a day was."""

from datetime import date
from typing import Any

import pytest
from rule_examples import ON, case, holds, holds_strictly, rule
from trying_values import both_sides


@pytest.mark.parametrize(
    ("limits", "told", "expected"),
    [
        ({"below": 5}, 4, True),
        ({"below": 5}, 5, False),
        ({"at_most": 5}, 5, True),
        ({"at_most": 5}, 6, False),
        ({"at_least": 5}, 5, True),
        ({"at_least": 5}, 4, False),
        ({"above": 5}, 5, False),
        ({"above": 5}, 6, True),
        ({"at_least": 5, "below": 10}, 4, False),
        ({"at_least": 5, "below": 10}, 9, True),
        ({"at_least": 5, "below": 10}, 10, False),
        ({"at_least": 5}, [4, 9], None),
        ({"at_least": 5}, [5, None], True),
        ({"at_least": 5}, [None, 4], False),
        ({"at_least": 5}, None, None),
    ],
)
def test_a_figure_is_compared_with_each_limit(limits: dict[str, int], told: Any, expected: bool | None) -> None:
    assert holds({"employees": limits}, employees=told) is expected


def test_a_presumed_figure_is_taken_for_granted_until_told() -> None:
    asked = {"people_trained": {"at_least": 3}}
    assert (holds(asked), holds_strictly(asked), holds(asked, people_trained=2)) == (True, None, False)


@pytest.mark.parametrize(
    ("losses", "capital", "expected"),
    [
        (17_500, 35_000, True),
        (17_501, 35_000, False),
        ([17_000, 17_500], 35_000, True),
        ([17_000, 17_501], 35_000, None),
        (17_500, [34_000, 35_000], None),
        (17_500, [35_000, None], True),
        (17_501, [30_000, 35_000], False),
        (17_500, None, None),
        (None, 35_000, None),
        (0, None, True),
    ],
)
def test_a_figure_may_be_limited_to_a_share_of_another(losses: Any, capital: Any, expected: bool | None) -> None:
    asked = {"losses_carried": {"at_most": {"share": 0.5, "of": "subscribed_capital"}}}
    assert holds(asked, losses_carried=losses, subscribed_capital=capital) is expected


def test_a_share_of_a_presumed_figure_is_presumed_to_fit() -> None:
    asked = {"loan": {"above": {"share": 0.03, "of": "turnover"}}}
    assert holds(asked, turnover=1_000_000) is True
    assert holds_strictly(asked, turnover=1_000_000) is None
    assert holds(asked, turnover=1_000_000, loan=30_000) is False
    assert holds(asked, turnover=1_000_000, loan=30_001) is True


@pytest.mark.parametrize(
    ("rule_told", "facts", "names"),
    [
        ({"employees": {"below": 5}}, {}, ["employees"]),
        ({"private_customer_share": {"above": 0.5}}, {}, ["private_customer_share"]),
        ({"turnover": {"at_most": 5}}, {}, ["turnover"]),
        ({"losses_carried": {"at_most": {"share": 0.5, "of": "subscribed_capital"}}}, {}, ["losses_carried"]),
        ({"losses_carried": {"at_most": {"share": 0.5, "of": "subscribed_capital"}}}, {}, ["subscribed_capital"]),
        ({"founded": {"over": {"years": 5}}}, {}, ["founded"]),
        ({"expense_day": {"not_before": "2025-06-27"}}, {}, ["expense_day"]),
    ],
)
def test_the_values_tried_stand_on_both_sides(
    rule_told: dict[str, Any], facts: dict[str, Any], names: list[str]
) -> None:
    told = {"losses_carried": 500, "subscribed_capital": 1000} | facts
    known = case(**{name: value for name, value in told.items() if name not in names})
    assert both_sides(rule(rule_told), known, *names)


def test_two_unknown_figures_are_tried_against_each_other() -> None:
    asked = rule({"losses_carried": {"at_most": {"share": 0.5, "of": "subscribed_capital"}}})
    assert asked.reads == ("losses_carried", "subscribed_capital")
    assert both_sides(asked, case(), "losses_carried", "subscribed_capital")
    assert both_sides(asked, case(subscribed_capital=[1000, 2000]), "losses_carried")
    assert both_sides(asked, case(losses_carried=[500, 700]), "subscribed_capital")


@pytest.mark.parametrize(
    ("word", "day_before", "the_day", "day_after"),
    [
        ("over", True, False, False),
        ("at_least", True, True, False),
        ("at_most", False, True, True),
        ("under", False, False, True),
    ],
)
def test_an_age_changes_on_the_anniversary(word: str, day_before: bool, the_day: bool, day_after: bool) -> None:
    asked = {"founded": {word: {"years": 5}}}
    days = ("2021-02-28", "2021-03-01", "2021-03-02")
    assert [holds(asked, founded=day) for day in days] == [day_before, the_day, day_after]


def test_over_and_at_most_five_years_leave_no_gap() -> None:
    for founded in ("2019-05-01", "2019-05-02", "2020-02-29"):
        for on in (date(2024, 4, 30), date(2024, 5, 1), date(2024, 5, 2), date(2025, 2, 28), date(2025, 3, 1)):
            over = holds({"founded": {"over": {"years": 5}}}, on, founded=founded)
            assert over is not holds({"founded": {"at_most": {"years": 5}}}, on, founded=founded)


def test_ages_count_in_months_too_and_vague_days_may_leave_them_open() -> None:
    asked = {"founded": {"at_least": {"months": 6}}}
    assert [holds(asked, founded=day) for day in ("2025-09-01", "2025-09-02")] == [True, False]
    assert holds({"founded": {"at_least": {"years": 1, "months": 6}}}, founded="2024-09-01") is True
    assert holds({"founded": {"at_least": {"years": 1, "months": 6}}}, founded="2024-09-02") is False
    assert holds(asked, founded="2025-08") is True
    assert holds(asked, founded="2025-09") is None
    assert holds(asked, founded=2026) is False
    assert holds(asked) is None


def test_a_firm_that_is_not_founded_yet_has_no_age() -> None:
    assert holds({"founded": {"over": {"years": 5}}}, founded="none") is False
    assert holds({"founded": {"under": {"years": 5}}}, founded="none") is True


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("not_before", [False, True, True]),
        ("after", [False, False, True]),
        ("before", [True, False, False]),
        ("not_after", [True, True, False]),
    ],
)
def test_a_day_is_compared_with_a_day_or_with_the_application(word: str, expected: list[bool]) -> None:
    days = ("2026-02-28", "2026-03-01", "2026-03-02")
    assert [holds({"expense_day": {word: "2026-03-01"}}, date(2030, 1, 1), expense_day=day) for day in days] == expected
    assert [holds({"expense_day": {word: "application"}}, ON, expense_day=day) for day in days] == expected


def test_an_order_that_is_not_placed_yet_comes_after_any_application() -> None:
    ordered = {"first_order": {"not_before": "application"}}
    assert holds(ordered, first_order="none") is True
    assert holds(ordered) is True
    assert holds_strictly(ordered) is None
    assert holds(ordered, first_order="2026-02") is False
    assert holds(ordered, first_order="2026-03") is True
    assert holds(ordered, first_order=2026) is None
    assert rule({"defined": "nothing_ordered_yet"}) == rule(ordered)


def tried(told: dict[str, Any], name: str, **facts: Any) -> list[float]:
    return [low for low, high in rule(told).witnesses(name, case(**facts)) if low == high]


OF_CAPITAL = {"losses_carried": {"at_most": {"share": 0.5, "of": "subscribed_capital"}}}


def test_a_figure_is_tried_around_the_share_of_what_the_other_one_is_or_might_be() -> None:
    near = [499.99, 500.0, 500.01]
    assert sorted(set(tried(OF_CAPITAL, "losses_carried", subscribed_capital=1_000))) == near
    assert sorted(set(tried(OF_CAPITAL, "subscribed_capital", losses_carried=250))) == near
    ranged = tried(OF_CAPITAL, "losses_carried", subscribed_capital=[1_000, 3_000])
    assert ranged[:6] == [499.99, 500.0, 500.01, 1499.99, 1500.0, 1500.01]
    assert {500.0, 50_000.0, 5_000_000.0} <= set(ranged), "and around samples, because it may lie between"
    assert tried(OF_CAPITAL, "losses_carried", subscribed_capital=[1_000, None])[3:6] == [499.99, 500.0, 500.01]
    assert len(tried(OF_CAPITAL, "losses_carried")) == 12, "of an unknown one, samples and nothing below zero"
    assert len(tried(OF_CAPITAL, "subscribed_capital")) == 12


def test_days_are_tried_around_the_one_that_is_just_old_enough() -> None:
    border = date(2019, 9, 1).toordinal()
    asked = {"founded": {"over": {"years": 6, "months": 6}}}
    assert tried(asked, "founded") == [float(border + move) for move in (-2, -1, 0, 1, 2)]
    day = date(2025, 6, 27).toordinal()
    assert tried({"expense_day": {"not_before": "2025-06-27"}}, "expense_day") == [day - 1, day, day + 1]
    today = ON.toordinal()
    assert tried({"first_order": {"after": "application"}}, "first_order") == [today - 1, today, today + 1]


def test_a_presumed_day_is_taken_for_granted_for_an_age_too() -> None:
    assert holds({"first_order": {"over": {"years": 5}}}) is True
    assert holds_strictly({"first_order": {"over": {"years": 5}}}) is None
