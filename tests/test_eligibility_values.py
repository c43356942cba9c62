"""Figures and days that are known only in part: comparisons, vague days, days shifted by months and years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alpine_catalogue.eligibility.values import (
    COMPARISONS,
    ENDLESS,
    Interval,
    around,
    day_interval,
    exactly,
    overlaps,
    plus,
    shifted,
)

NUMBERS = st.integers(0, 20).map(float)
INTERVALS = st.tuples(NUMBERS, NUMBERS).map(lambda ends: (min(ends), max(ends)))
WORDS = st.sampled_from(sorted(COMPARISONS))


@pytest.mark.parametrize(
    ("word", "under", "at", "over"),
    [
        ("below", True, False, False),
        ("at_most", True, True, False),
        ("at_least", False, True, True),
        ("above", False, False, True),
    ],
)
def test_each_comparison_knows_its_limit_from_both_sides(word: str, under: bool, at: bool, over: bool) -> None:
    compare = COMPARISONS[word]
    assert [compare(exactly(value), exactly(50)) for value in (49, 50, 51)] == [under, at, over]


@pytest.mark.parametrize(
    ("word", "value", "limit", "expected"),
    [
        ("below", (40, 49), (50, 50), True),
        ("below", (40, 50), (50, 50), None),
        ("below", (50, 60), (50, 50), False),
        ("below", (40, 60), (61, 70), True),
        ("below", (40, 61), (61, 70), None),
        ("below", (70, 80), (61, 70), False),
        ("below", (69, 80), (61, 70), None),
        ("at_most", (40, 50), (50, 50), True),
        ("at_most", (40, 51), (50, 50), None),
        ("at_most", (51, 60), (50, 50), False),
        ("at_most", (40, 61), (61, 70), True),
        ("at_most", (70, 80), (61, 70), None),
        ("at_most", (71, 80), (61, 70), False),
        ("at_least", (50, 60), (50, 50), True),
        ("at_least", (49, 60), (50, 50), None),
        ("at_least", (40, 49), (50, 50), False),
        ("at_least", (70, 80), (61, 70), True),
        ("at_least", (69, 80), (61, 70), None),
        ("at_least", (50, 60), (61, 70), False),
        ("at_least", (50, 61), (61, 70), None),
        ("above", (51, 60), (50, 50), True),
        ("above", (50, 60), (50, 50), None),
        ("above", (40, 50), (50, 50), False),
        ("above", (71, 80), (61, 70), True),
        ("above", (70, 80), (61, 70), None),
        ("above", (50, 61), (61, 70), False),
        ("above", (50, 62), (61, 70), None),
        ("below", (0, ENDLESS), (50, 50), None),
    ],
)
def test_intervals_are_taken_whole_on_either_side(
    word: str, value: Interval, limit: Interval, expected: bool | None
) -> None:
    assert COMPARISONS[word](value, limit) is expected


@given(word=WORDS, value=INTERVALS, limit=INTERVALS, more=st.tuples(NUMBERS, NUMBERS))
def test_widening_an_interval_never_settles_more(
    word: str, value: Interval, limit: Interval, more: tuple[float, float]
) -> None:
    wider = (value[0] - more[0], value[1] + more[1])
    compare = COMPARISONS[word]
    assert compare(wider, limit) in (None, compare(value, limit))
    assert compare(limit, wider) in (None, compare(limit, value))


@given(word=WORDS, value=INTERVALS, limit=INTERVALS)
def test_an_interval_is_answered_as_all_its_values_agree(word: str, value: Interval, limit: Interval) -> None:
    compare = COMPARISONS[word]
    ends = {compare(exactly(one), exactly(other)) for one in value for other in limit}
    assert compare(value, limit) is (ends.pop() if len(ends) == 1 else None)


@pytest.mark.parametrize(
    ("word", "sides"),
    [("below", (49, 50)), ("at_least", (49, 50)), ("at_most", (50, 51)), ("above", (50, 51))],
)
def test_a_limit_is_tried_on_both_its_sides_and_nearby(word: str, sides: tuple[int, int]) -> None:
    assert around(word, 50, 1) == tuple(exactly(side) for side in sides)
    assert {COMPARISONS[word](side, exactly(50)) for side in around(word, 50, 1)} == {True, False}


def test_the_step_beside_a_limit_is_as_fine_as_asked_and_nothing_lies_below_zero() -> None:
    assert around("at_most", 0.25, 0.001) == (exactly(0.25), exactly(0.251))
    assert around("below", 0, 1) == (exactly(0),)
    assert around("at_least", 1, 1) == (exactly(0), exactly(1))


@given(word=WORDS, limit=st.integers(1, 100))
def test_both_sides_of_any_limit_are_found(word: str, limit: int) -> None:
    assert {COMPARISONS[word](side, exactly(limit)) for side in around(word, limit, 0.5)} == {True, False}


def test_sums_and_overlaps_of_intervals() -> None:
    assert plus((1, 2), (10, 20), 0.5) == (6, 12)
    assert plus((1, 2), (10, 20)) == (11, 22)
    assert overlaps((1, 2), (2, 3))
    assert overlaps((2, 3), (1, 2))
    assert not overlaps((1, 2), (3, 4))
    assert not overlaps((3, 4), (1, 2))


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        (2026, date(2026, 1, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-03-05", date(2026, 3, 5), date(2026, 3, 5)),
        (date(2026, 3, 5), date(2026, 3, 5), date(2026, 3, 5)),
    ],
)
def test_a_day_may_be_told_as_a_year_or_a_month(told: object, first: date, last: date) -> None:
    assert day_interval(told) == (first.toordinal(), last.toordinal())


@pytest.mark.parametrize("told", ["", "soon", "2026-13", "2026-02-30", "2026-02-03-04", "12.3.2026", None, 2026.5, 26])
def test_what_is_no_day_is_refused(told: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        day_interval(told)


@pytest.mark.parametrize(
    ("day", "by", "expected"),
    [
        (date(2024, 2, 29), {"years": 1}, date(2025, 2, 28)),
        (date(2024, 2, 29), {"years": 4}, date(2028, 2, 29)),
        (date(2026, 3, 31), {"months": -1}, date(2026, 2, 28)),
        (date(2026, 3, 31), {"months": 1}, date(2026, 4, 30)),
        (date(2026, 1, 31), {"months": -2}, date(2025, 11, 30)),
        (date(2026, 11, 15), {"months": 2}, date(2027, 1, 15)),
        (date(2026, 1, 15), {"months": -1}, date(2025, 12, 15)),
        (date(2026, 1, 15), {"months": -13}, date(2024, 12, 15)),
        (date(2026, 12, 1), {"years": -2, "months": 1}, date(2025, 1, 1)),
        (date(2026, 3, 28), {}, date(2026, 3, 28)),
        (date(2026, 3, 27), {"months": -1}, date(2026, 2, 27)),
    ],
)
def test_a_day_shifts_by_calendar_months_and_stays_in_the_month(day: date, by: dict[str, int], expected: date) -> None:
    assert shifted(day, **by) == expected


@given(day=st.dates(date(1950, 1, 1), date(2100, 1, 1)), months=st.integers(-300, 300))
def test_shifting_keeps_the_order_of_days_and_hits_the_month(day: date, months: int) -> None:
    there = shifted(day, months=months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day <= day.day
    assert shifted(date.fromordinal(day.toordinal() + 1), months=months) >= there
