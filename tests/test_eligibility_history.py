"""What was received before: how often in how long, how much, how far apart; the day that counts."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from rule_examples import ON, case, holds, holds_strictly, judged, rule
from trying_values import both_sides

from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.conditions.history import Awards
from alpine_catalogue.eligibility.records import Aid
from alpine_catalogue.eligibility.values import exactly


def aid(**told: Any) -> dict[str, Any]:
    """An award of the programme itself."""
    return {"programme": "it-test", "amount": 1000, "decided": "2025-06-05", **told}


def room(rules: dict[str, Any], *received: dict[str, Any], on: date = ON) -> bool | None:
    return holds({"awards": {"of": ["this"], **rules}}, on, aid_received=list(received))


def test_once_means_that_one_award_shuts_the_door() -> None:
    assert room({}) is True
    assert room({}, aid()) is False
    assert room({"fewer_than": 2}, aid()) is True
    assert room({"fewer_than": 2}, aid(), aid()) is False


def test_only_awards_of_the_programmes_named_count_and_none_named_means_any() -> None:
    assert room({}, aid(programme="it-other")) is True
    assert room({}, aid(programme=None)) is True
    assert room({"of": ["it-other", "this"]}, aid(programme="it-other")) is False
    assert room({"of": []}, aid(programme="it-other")) is False
    assert room({"of": []}, aid(programme=None)) is False


@pytest.mark.parametrize(("status", "told", "expected"), [
    (None, "granted", False), (None, "open", False), (None, "refused", True),
    ("open", "open", False), ("open", "granted", True), ("refused", "refused", False),
])  # fmt: skip
def test_only_the_status_asked_for_counts_and_what_is_still_open_is_granted(
    status: str | None, told: str, expected: bool
) -> None:
    assert room({"status": status} if status else {}, aid(status=told)) is expected


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("2024-03-01", True),
        ("2024-03-02", False),
        ("2026-03-01", False),
        ("2026-03-02", True),
        ("2024-03", None),
        (2024, None),
        (2023, True),
        (2025, False),
        (None, None),
    ],
)
def test_months_are_counted_back_to_the_day(decided: Any, expected: bool | None) -> None:
    assert room({"within": {"months": 24}}, aid(decided=decided)) is expected
    assert room({"within": {"years": 2}}, aid(decided=decided)) is expected


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("2025-12-31", True),
        ("2026-01-01", False),
        ("2026-12-31", False),
        ("2027-01-01", True),
        (2025, True),
        (2026, False),
    ],
)
def test_the_calendar_year_is_that_of_the_question(decided: Any, expected: bool) -> None:
    assert room({"within": {"calendar_year": True}}, aid(decided=decided)) is expected


@pytest.mark.parametrize(
    ("decided", "expected"),
    [("2024-06-30", True), ("2024-07-01", False), ("2026-03-01", False), (2024, None), ("2024-06", True)],
)
def test_a_period_of_the_programme_counts_from_its_first_day(decided: Any, expected: bool | None) -> None:
    assert room({"within": {"since": "2024-07-01"}}, aid(decided=decided)) is expected


@pytest.mark.parametrize(("decided", "expected"), [("2024-12-31", False), ("2025-01-01", True), (2024, None)])
def test_a_period_of_the_programme_may_have_a_last_day(decided: Any, expected: bool | None) -> None:
    within = {"within": {"since": "2024-07-01", "until": "2024-12-31"}}
    assert room(within, aid(decided=decided)) is expected
    assert room(within, aid(decided="2024-11-01"), on=date(2024, 10, 1)) is True, "not decided yet on that day"


def test_without_a_time_every_award_ever_counts_even_without_a_day() -> None:
    assert room({}, aid(decided=None)) is False
    assert room({}, aid(decided="1999-01-01")) is False


def test_the_day_of_submission_counts_where_the_rule_says_so() -> None:
    rules = {"within": {"months": 12}, "by": "submitted"}
    assert room(rules, aid(submitted="2024-01-01")) is True
    assert room(rules, aid(submitted="2026-01-01", decided="2019-01-01")) is False


def test_three_in_two_years_leave_room_again_when_one_drops_out() -> None:
    three = [aid(decided=day) for day in ("2024-02-15", "2024-09-10", "2025-06-05")]
    rules = {"fewer_than": 3, "within": {"months": 24}}
    assert room(rules, *three, on=date(2025, 11, 1)) is False
    assert room(rules, *three, on=date(2026, 2, 14)) is False
    assert room(rules, *three, on=date(2026, 2, 15)) is True
    assert room({"fewer_than": 4, "within": {"months": 36}}, *three, on=date(2026, 1, 15)) is True


def test_awards_that_may_count_leave_it_open_only_where_they_matter() -> None:
    rules = {"fewer_than": 2, "within": {"months": 24}}
    assert room(rules, aid(decided=None)) is True
    assert room(rules, aid(), aid(decided=None)) is None
    assert room(rules, aid(), aid(), aid(decided=None)) is False


def test_a_sum_counts_money_instead_of_awards() -> None:
    rules = {"sum_below": 12_000}
    assert room(rules, aid(amount=11_999)) is True
    assert room(rules, aid(amount=12_000)) is False
    assert room(rules, aid(amount=6_000), aid(amount=6_000)) is False
    assert room({**rules, "within": {"months": 24}}, aid(amount=6_000), aid(amount=6_000, decided=None)) is None


def test_nothing_received_is_presumed_until_told() -> None:
    asked = {"awards": {"of": ["this"]}}
    assert (holds(asked), holds_strictly(asked), holds_strictly(asked, aid_received=[])) == (True, None, True)
    assert rule(asked).reads == ("aid_received",)


@pytest.mark.parametrize(
    "told",
    [
        {"awards": {"of": ["this"]}},
        {"awards": {"of": [], "fewer_than": 3, "within": {"months": 12}}},
        {"awards": {"of": ["it-b", "it-a"], "fewer_than": 2, "within": {"calendar_year": True}, "by": "submitted"}},
        {"awards": {"of": ["this"], "within": {"since": "2024-07-01"}, "status": "open"}},
        {"awards": {"of": ["this"], "within": {"since": "2024-07-01", "until": "2024-12-31"}}},
        {"awards": {"of": ["this"], "sum_below": 12_000}},
        {"apart": {"of": ["this"], "years": 2, "by": "submitted", "reading": "unclear"}},
        {"apart": {"of": ["it-b", "it-a"], "years": 1, "by": "decided", "reading": "rolling"}},
    ],
)
def test_the_awards_tried_are_none_and_as_many_as_shut_the_door(told: dict[str, Any]) -> None:
    assert both_sides(rule(told), case(), "aid_received")


@pytest.mark.parametrize(
    ("reading", "on", "expected"),
    [
        ("rolling", date(2026, 3, 9), False),
        ("rolling", date(2026, 3, 10), True),
        ("calendar", date(2025, 12, 31), False),
        ("calendar", date(2026, 1, 1), True),
        ("unclear", date(2025, 6, 1), False),
        ("unclear", date(2026, 2, 1), None),
        ("unclear", date(2026, 3, 10), True),
    ],
)
def test_every_second_year_is_read_as_the_text_allows(reading: str, on: date, expected: bool | None) -> None:
    asked = {"apart": {"of": ["this"], "years": 2, "by": "submitted", "reading": reading}}
    assert holds(asked, on, aid_received=[aid(submitted="2024-03-10")]) is expected


def apart(*received: dict[str, Any], by: str = "decided", **more: Any) -> bool | None:
    asked = {"apart": {"of": ["this"], "years": 1, "by": by, "reading": "rolling", **more}}
    return holds(asked, aid_received=list(received))


def test_the_last_award_decides_and_a_vague_day_may_leave_it_open() -> None:
    assert apart() is True
    assert apart(aid(decided="2020-01-01"), aid(decided="2025-06-01")) is False
    assert apart(aid(decided="2025-03")) is None
    assert apart(aid(decided="2025-02")) is True
    assert apart(aid(decided=None)) is None
    assert apart(aid(decided=None), aid(decided="2025-06-01")) is False
    assert apart(aid(programme="it-other")) is True


def test_decisions_count_when_granted_and_submissions_always_unless_a_status_is_named() -> None:
    assert apart(aid(status="refused")) is True
    assert apart(aid(status="open")) is False
    assert apart(aid(status="refused", submitted="2025-06-01"), by="submitted") is False
    assert apart(aid(status="refused"), status="refused") is False
    assert apart(aid(status="granted"), status="refused") is True
    assert apart(aid(status="granted", submitted="2025-06-01"), by="submitted", status="refused") is True


def test_unknown_aid_leaves_the_distance_open_where_nothing_is_presumed() -> None:
    asked = {"apart": {"of": ["this"], "years": 1, "by": "decided", "reading": "rolling"}}
    assert (holds(asked), holds_strictly(asked)) == (True, None)


def test_the_awards_tried_lie_on_a_day_that_counts() -> None:
    today = exactly(float(ON.toordinal()))
    one = Aid("it-test", 1.0, "de_minimis", "granted", today, today)
    assert list(rule({"awards": {"of": ["this"], "fewer_than": 3}}).witnesses("aid_received", case())) == [
        (),
        (one,) * 3,
    ]
    ((), (summed,)) = rule({"awards": {"of": ["it-b", "it-a"], "sum_below": 12_000}}).witnesses("aid_received", case())
    assert (summed.programme, summed.amount) == ("it-a", 12_000)
    within = {"since": "2024-07-01", "until": "2024-12-31"}
    ((), (past,)) = rule({"awards": {"of": [], "within": within}}).witnesses("aid_received", case())
    assert (past.programme, past.decided) == (None, exactly(float(date(2024, 12, 31).toordinal())))
    apart = rule({"apart": {"of": ["it-b", "it-a"], "years": 2, "by": "submitted", "reading": "rolling"}})
    assert list(apart.witnesses("aid_received", case())) == [(), (replace(one, programme="it-a"),)]


def with_new(received: int, cost: Any) -> Verdict:
    asked = {"awards": {"of": ["this"], "sum_below": 12_000, "with_new": True}, "source": "page"}
    return judged({"aid_received": [aid(amount=received)], "cost": cost}, conditions=[asked]).verdict


def test_where_the_new_grant_counts_too_one_that_would_pass_the_limit_stays_open() -> None:
    assert with_new(5_000, 14_000) is Verdict.ELIGIBLE
    assert with_new(5_000, 14_002) is Verdict.UNKNOWN
    assert with_new(12_000, 2) is Verdict.NOT_ELIGIBLE
    open_rate = {"kind": "grant", "modules": [{"rate": None}]}
    asked = {"awards": {"of": ["this"], "sum_below": 12_000, "with_new": True}, "source": "page"}
    assert judged({"cost": 5}, conditions=[asked], support=open_rate).verdict is Verdict.ELIGIBLE
    assert rule({"awards": {"of": [], "sum_below": 9}}) == rule({"awards": {"of": [], "sum_below": 9}}, "it-other")
    new = {"awards": {"of": [], "sum_below": 9, "with_new": True}}
    assert rule(new) != rule(new, "it-other"), "another programme pays another sum"


@pytest.mark.parametrize(
    ("decided", "expected"),
    [(2026, False), ("2026-03", None), ("2026-02", False), ("2024-03", None), ("2024-02", True)],
)
def test_of_a_vague_day_the_whole_span_must_lie_within(decided: Any, expected: bool | None) -> None:
    within = {"calendar_year": True} if decided == 2026 else {"months": 24}
    assert room({"within": within}, aid(decided=decided)) is expected


def test_a_month_that_ends_on_the_first_day_of_the_period_may_reach_into_it() -> None:
    assert room({"within": {"since": "2024-06-30"}}, aid(decided="2024-06")) is None


def test_a_period_of_no_months_is_none() -> None:
    asked = Awards(frozenset({"it-test"}), 1, None, "decided", "granted", since=date(2026, 3, 1))
    assert asked.holds(case(aid_received=[aid(decided="2026-02-28")])) is True
    assert asked.holds(case(aid_received=[aid(decided="2026-02")])) is True
    assert asked.holds(case(aid_received=[aid(decided="2026-03-01")])) is False
