"""Steps that must come first: done, paid out, in a given year, never after the day of the question."""

from datetime import date
from typing import Any

import pytest
from rule_examples import ON, case, holds, holds_strictly, rule
from trying_values import both_sides

IN_2024 = {"since": "2024-01-01", "until": "2024-12-31"}


def step(told: Any, **more: Any) -> bool | None:
    return holds({"step": {"name": "selfi40", **more}}, steps={} if told is None else {"selfi40": told})


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (None, None),
        (True, True),
        (False, False),
        ({"done": False}, False),
        ({"done": "2026-03-01"}, True),
        ({"done": "2026-03-02"}, False),
        ({"done": "2026-03"}, None),
        ({"done": 2025}, True),
        ({"paid": True}, True),
    ],
)
def test_a_step_counts_when_it_was_done_by_the_day(told: Any, expected: bool | None) -> None:
    assert step(told) is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"done": "2023-12-31"}, False),
        ({"done": "2024-01-01"}, True),
        ({"done": "2024-12-31"}, True),
        ({"done": "2025-01-01"}, False),
        ({"done": 2024}, True),
        ({"done": 2023}, False),
        ({"done": 2025}, False),
        (True, None),
        (False, False),
    ],
)
def test_a_step_may_be_wanted_within_two_days(told: Any, expected: bool | None) -> None:
    assert step(told, **IN_2024) is expected


def test_one_end_of_the_time_alone_leaves_an_undated_step_open() -> None:
    assert step(True, since="2024-01-01") is None
    assert step(True, until="2024-12-31") is None
    assert step({"done": "2026-02-01"}, since="2024-01-01") is True
    assert step({"done": "2019-02-01"}, until="2024-12-31") is True
    assert step({"done": "2023-07"}, since="2023-07-15") is None
    assert step({"done": "2023-07"}, since="2023-07-31") is None
    assert step({"done": "2023-07"}, since="2023-08-01") is False
    assert step({"done": "2023-07"}, until="2023-07-15") is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"done": "2025-05-01", "paid": True}, True),
        ({"done": "2025-05-01", "paid": False}, False),
        ({"done": "2025-05-01"}, None),
        (True, None),
        (False, False),
        ({"done": "2027-05-01", "paid": True}, False),
    ],
)
def test_a_step_may_have_to_be_paid_out(told: Any, expected: bool | None) -> None:
    assert step(told, paid=True) is expected


def test_payment_matters_only_where_it_is_asked_for() -> None:
    assert step({"done": "2025-05-01", "paid": False}) is True


def test_a_presumed_step_is_taken_for_granted_until_told() -> None:
    asked = {"step": {"name": "account"}}
    assert holds(asked) is True
    assert holds_strictly(asked) is None
    assert holds(asked, steps={"account": False}) is False


@pytest.mark.parametrize("more", [{}, {"paid": True}, IN_2024, {"since": "2024-01-01"}, {"until": "2024-12-31"}])
def test_the_steps_tried_are_done_and_not_done_in_time_and_too_early(more: dict[str, Any]) -> None:
    asked = rule({"step": {"name": "selfi40", **more}})
    assert asked.reads == ("steps.selfi40",)
    assert both_sides(asked, case(), "steps.selfi40")
    tried = list(asked.witnesses("steps.selfi40", case()))
    answers = [asked.holds(case().knowing({"steps.selfi40": one})) for one in tried]
    done = [(one, answer) for one, answer in zip(tried, answers, strict=True) if one["done"]]
    assert (False, None) not in [(one["done"], answer) for one, answer in zip(tried, answers, strict=True)]
    if more.get("since"):
        assert {answer for _, answer in done} == {True, False}, "a day too early is tried"
    if more.get("paid"):
        assert {one["paid"]: answer for one, answer in done if one["day"] == done[0][0]["day"]} == {
            True: True,
            False: False,
        }


def test_the_steps_tried_are_complete() -> None:
    day = float(date(2024, 1, 1).toordinal())
    tried = list(rule({"step": {"name": "selfi40", "since": "2024-01-01"}}).witnesses("steps.selfi40", case()))
    assert tried == [
        {"done": False, "day": None, "paid": None},
        {"done": True, "day": (day, day), "paid": True},
        {"done": True, "day": (day, day), "paid": False},
        {"done": True, "day": (day - 1, day - 1), "paid": True},
    ]
    today = float(ON.toordinal())
    assert [one["day"] for one in rule({"step": {"name": "selfi40"}}).witnesses("steps.selfi40", case())][1] == (
        today,
        today,
    )
    until = rule({"step": {"name": "selfi40", "until": "2024-12-31"}}).witnesses("steps.selfi40", case())
    assert next(one for one in until if one["done"])["day"][0] == date(2024, 12, 31).toordinal()
