"""Size: limits joined by and/or, strict and not strict, firms that count together, a memory of two years."""

from typing import Any

import pytest
from rule_examples import case, holds, holds_strictly, rule
from trying_values import both_sides

SMALL = {"size": {"at_most": "small", "counted": "eu"}}
LARGE_OWNER = {"share": 1.0, "employees": 300, "turnover": 9e7, "balance": 9e7}


@pytest.mark.parametrize(
    ("employees", "turnover", "balance", "expected"),
    [
        (49, 10_000_000, 10_000_001, True),
        (49, 10_000_001, 10_000_000, True),
        (49, 10_000_001, 10_000_001, False),
        (50, 1, 1, False),
        (49.5, 1, 1, True),
        (None, 1, 1, None),
        (49, None, None, None),
        (49, 10_000_000, None, True),
        (49, None, 10_000_000, True),
        (49, 10_000_001, None, None),
        (50, None, None, False),
        (None, 10_000_001, 10_000_001, False),
        ([40, 49], 1, None, True),
        ([40, 50], 1, None, None),
        ([50, None], 1, None, False),
    ],
)
def test_the_eu_class_needs_few_people_and_one_of_two_sums(
    employees: Any, turnover: int | None, balance: int | None, expected: bool | None
) -> None:
    assert holds(SMALL, employees=employees, turnover=turnover, balance=balance) is expected


@pytest.mark.parametrize(
    ("size_class", "people", "turnover", "balance"),
    [
        ("micro", 10, 2_000_000, 2_000_000),
        ("small", 50, 10_000_000, 10_000_000),
        ("medium", 250, 50_000_000, 43_000_000),
    ],
)
def test_each_class_has_its_limits(size_class: str, people: int, turnover: int, balance: int) -> None:
    asked = {"size": {"at_most": size_class, "counted": "applicant_only"}}
    assert holds(asked, employees=people - 1, turnover=turnover, balance=9e9) is True
    assert holds(asked, employees=people - 1, turnover=9e9, balance=balance) is True
    assert holds(asked, employees=people, turnover=turnover, balance=balance) is False
    assert holds(asked, employees=people - 1, turnover=turnover + 1, balance=balance + 1) is False


def test_all_limits_at_once_where_the_programme_says_so() -> None:
    asked = {
        "size": {
            "employees": {"at_most": 250},
            "turnover": {"at_most": 50_000_000},
            "balance": {"at_most": 43_000_000},
            "money": "all",
            "counted": "applicant_only",
        }
    }
    assert holds(asked, employees=250, turnover=50_000_000, balance=43_000_000) is True
    assert holds(asked, employees=250, turnover=50_000_000, balance=43_000_001) is False
    assert holds(asked, employees=250, turnover=50_000_001, balance=43_000_000) is False
    assert holds(asked, employees=251, turnover=1, balance=1) is False
    assert holds(asked, employees=250, turnover=1) is None


@pytest.mark.parametrize(
    ("limits", "employees", "expected"),
    [
        ({"below": 50}, 49, True),
        ({"below": 50}, 50, False),
        ({"at_most": 49}, 49, True),
        ({"at_most": 49}, 50, False),
        ({"at_least": 10}, 10, True),
        ({"at_least": 10}, 9, False),
        ({"above": 10}, 10, False),
        ({"at_least": 3, "at_most": 499}, 2, False),
        ({"at_least": 3, "at_most": 499}, 3, True),
        ({"at_least": 3, "at_most": 499}, 500, False),
        ({"at_least": 3, "at_most": 499}, [2, 10], None),
    ],
)
def test_a_programme_may_have_limits_of_its_own_without_money(
    limits: dict[str, int], employees: Any, expected: bool | None
) -> None:
    assert holds({"size": {"employees": limits, "counted": "applicant_only"}}, employees=employees) is expected


def test_a_programme_may_look_at_one_sum_alone() -> None:
    turnover = {"size": {"turnover": {"at_most": 500}, "counted": "applicant_only"}}
    assert [holds(turnover, turnover=told) for told in (500, 501, None)] == [True, False, None]
    balance = {"size": {"balance": {"below": 500}, "counted": "applicant_only"}}
    assert [holds(balance, balance=told) for told in (499, 500, None)] == [True, False, None]


def test_the_same_firm_has_other_sizes_by_other_ways_of_counting() -> None:
    holder = {"share": 0.3, "employees": 30, "turnover": 20_000_000, "balance": 18_000_000}
    firm = {"employees": 40, "turnover": 8_000_000, "balance": 5_000_000, "related": [holder]}
    assert holds(SMALL, **firm) is False
    assert holds({"size": {"at_most": "small", "counted": "applicant_only"}}, **firm) is True
    assert holds({"size": {"at_most": "small", "counted": "unknown"}}, **firm) is None
    headcount = {"employees": {"below": 50}}
    assert holds({"size": {**headcount, "counted": "eu"}}, **firm) is True
    assert holds({"size": {**headcount, "counted": "all_ge_25"}}, **firm) is False


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [(49, 49, True), (49, 60, True), (60, 49, False), (60, 60, False), ([40, 60], 49, None), ([40, 49], None, True)],
)
def test_the_class_changes_only_after_two_years_in_a_row(before: Any, now: int | None, expected: bool | None) -> None:
    told = {"turnover": 1, "turnover_year_before": 1, "employees": now, "employees_year_before": before}
    assert holds(SMALL, **told) is expected


def test_of_a_year_before_that_is_told_in_part_the_rest_is_presumed_to_have_been_as_this_year() -> None:
    assert holds(SMALL, employees=49, turnover=1, turnover_year_before=1) is True
    assert holds(SMALL, employees=50, turnover=1, turnover_year_before=1) is False
    assert holds(SMALL, employees=60, turnover=1, employees_year_before=49) is True
    assert holds_strictly(SMALL, employees=49, turnover=1, turnover_year_before=1, related=[]) is None


def test_limits_that_are_not_the_eus_have_no_memory() -> None:
    asked = {"size": {"employees": {"below": 50}, "counted": "applicant_only"}}
    assert holds(asked, employees=49, employees_year_before=60) is True


def test_related_firms_and_the_year_before_are_presumed_to_change_nothing() -> None:
    firm = {"employees": 10, "turnover": 1}
    assert holds(SMALL, **firm) is True
    assert holds_strictly(SMALL, **firm) is None
    assert holds_strictly(SMALL, related=[], **firm) is True
    assert holds(SMALL, related=[LARGE_OWNER], **firm) is False


def test_size_reads_what_its_limits_need() -> None:
    figures = ("employees", "turnover", "balance")
    before = tuple(f"{name}_year_before" for name in figures)
    assert rule(SMALL).reads == (*figures, *before, "related")
    assert rule({"size": {"at_most": "small", "counted": "applicant_only"}}).reads == (*figures, *before)
    assert rule({"size": {"employees": {"below": 5}, "counted": "group"}}).reads == ("employees", "related")
    assert rule({"size": {"turnover": {"below": 5}, "counted": "applicant_only"}}).reads == ("turnover",)


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ({"turnover": 1}, ["employees"]),
        ({"employees": 1, "balance": 9e9}, ["turnover"]),
        ({"employees": 1, "turnover": 9e9}, ["balance"]),
        ({"employees": 1}, ["turnover", "balance"]),
        ({"employees": 1, "turnover": 1}, ["related"]),
        ({"employees": 1, "turnover": 1, "turnover_year_before": 1}, ["employees_year_before"]),
    ],
)
def test_the_values_tried_stand_on_both_sides(facts: dict[str, Any], names: list[str]) -> None:
    assert both_sides(rule(SMALL), case(**facts), *names)


def test_the_values_tried_leave_room_for_what_related_firms_add() -> None:
    partner = {"share": 1.0, "employees": 30, "turnover": 4e6, "balance": 4e6}
    told = case(turnover=1, related=[partner])
    assert both_sides(rule(SMALL), told, "employees")
    assert max(value for value, _ in rule(SMALL).witnesses("employees", told)) <= 20.5
    assert both_sides(rule(SMALL), case(employees=1, balance=9e9, related=[partner]), "turnover")
    ranged = {"size": {"employees": {"at_least": 3, "at_most": 9}, "counted": "applicant_only"}}
    assert {low for low, _ in rule(ranged).witnesses("employees", case())} >= {3, 9}


def test_the_values_tried_leave_room_for_what_counts_in_the_way_that_is_meant() -> None:
    partner = {"share": 0.3, "employees": 100, "turnover": 0, "balance": 0}
    for way, most in (("group", 50), ("applicant_only", 50), ("eu", 20), ("all_ge_25", 0)):
        asked = rule({"size": {"employees": {"below": 50}, "counted": way}})
        tried = [low for low, _ in asked.witnesses("employees", case(related=[partner]))]
        assert max(tried, default=0) == most, way
