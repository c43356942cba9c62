"""Windows: the first and the last day count; a status is believed for a while; of several the best one speaks."""

from datetime import date, timedelta
from typing import Any

import pytest
from rule_examples import ON, OPEN, judged

from alpine_catalogue.eligibility.answer import Answer, Verdict
from alpine_catalogue.eligibility.windows import TRUSTED_DAYS, WindowState, window_on, windows_from

NONE: dict[str, Any] = {"opens": None, "closes": None, "status": "open", "as_of": None}
SEEN = date(2026, 2, 1)


def state(on: date, *told: dict[str, Any], edition: str | None = None) -> WindowState:
    return window_on(windows_from([NONE | one for one in told]), on, edition)


def verdict(on: date = ON, **told: Any) -> Verdict:
    return state(on, told).verdict


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2025, 12, 31), Verdict.NOT_YET),
        (date(2026, 1, 1), Verdict.ELIGIBLE),
        (date(2026, 6, 30), Verdict.ELIGIBLE),
        (date(2026, 7, 1), Verdict.TOO_LATE),
    ],
)
@pytest.mark.parametrize("status", ["open", "rolling"])
def test_between_two_days_that_a_source_names_it_is_open_and_both_count(
    on: date, expected: Verdict, status: str
) -> None:
    assert verdict(on, **(OPEN | {"status": status})) is expected
    assert verdict(on, **(OPEN | {"status": status, "as_of": None})) is expected
    assert verdict(on, **(OPEN | {"status": status, "as_of": "2019"})) is expected


@pytest.mark.parametrize("status", ["open", "rolling"])
def test_a_status_without_days_is_believed_for_a_year_before_and_after_it_was_seen(status: str) -> None:
    told = {"status": status, "as_of": SEEN.isoformat()}
    year = timedelta(days=TRUSTED_DAYS)
    assert verdict(SEEN + year, **told) is Verdict.ELIGIBLE
    assert verdict(SEEN + year + timedelta(days=1), **told) is Verdict.UNKNOWN
    assert verdict(SEEN - year, **told) is Verdict.ELIGIBLE
    assert verdict(SEEN - year - timedelta(days=1), **told) is Verdict.UNKNOWN
    assert TRUSTED_DAYS == 365


def test_of_a_vague_day_of_reading_the_last_day_counts_afterwards_and_the_first_before() -> None:
    told = {"as_of": "2026-02"}
    assert verdict(date(2027, 2, 28), **told) is Verdict.ELIGIBLE
    assert verdict(date(2027, 3, 1), **told) is Verdict.UNKNOWN
    assert verdict(date(2025, 2, 1), **told) is Verdict.ELIGIBLE
    assert verdict(date(2025, 1, 31), **told) is Verdict.UNKNOWN


def test_a_status_that_nobody_dated_is_never_believed() -> None:
    assert verdict(status="open") is Verdict.UNKNOWN
    assert verdict(status="rolling", closes="2026-06-30") is Verdict.UNKNOWN


def test_a_known_last_day_keeps_an_open_call_open_until_then() -> None:
    told = {"closes": "2030-12-31", "as_of": SEEN.isoformat()}
    assert verdict(date(2030, 12, 31), **told) is Verdict.ELIGIBLE
    assert verdict(date(2031, 1, 1), **told) is Verdict.TOO_LATE
    assert verdict(SEEN - timedelta(days=TRUSTED_DAYS + 1), **told) is Verdict.UNKNOWN


def test_a_known_first_day_is_believed_from_then_on_for_a_year_after_the_reading() -> None:
    told = {"opens": "2020-01-01", "as_of": SEEN.isoformat()}
    assert verdict(date(2019, 12, 31), **told) is Verdict.NOT_YET
    assert verdict(date(2020, 1, 1), **told) is Verdict.ELIGIBLE
    assert verdict(SEEN + timedelta(days=TRUSTED_DAYS + 1), **told) is Verdict.UNKNOWN


@pytest.mark.parametrize("status", ["closed", "budget_exhausted"])
def test_what_is_gone_is_gone_from_the_day_on_which_that_was_seen(status: str) -> None:
    told = {"status": status, "as_of": SEEN.isoformat()}
    assert verdict(SEEN, **told) is Verdict.TOO_LATE
    assert verdict(SEEN - timedelta(days=1), **told) is Verdict.UNKNOWN
    assert verdict(SEEN, status=status) is Verdict.TOO_LATE


def test_of_a_year_told_its_first_day_counts_unless_the_call_opened_within_it() -> None:
    gone = {"status": "budget_exhausted", "as_of": "2025"}
    assert verdict(date(2024, 12, 31), **gone) is Verdict.UNKNOWN
    assert verdict(date(2025, 1, 1), **gone) is Verdict.TOO_LATE
    opened = {**gone, "opens": "2025-03-01"}
    assert verdict(date(2025, 2, 28), **opened) is Verdict.NOT_YET
    assert verdict(date(2025, 12, 30), **opened) is Verdict.UNKNOWN
    assert verdict(date(2025, 12, 31), **opened) is Verdict.TOO_LATE
    assert verdict(date(2025, 12, 30), **{**gone, "opens": "2025-01-01"}) is Verdict.UNKNOWN
    assert verdict(date(2025, 1, 1), **{**gone, "opens": "2024-12-31"}) is Verdict.TOO_LATE


def test_a_call_that_closed_on_a_known_day_was_open_before_it() -> None:
    told = {"status": "closed", "closes": "2025-03-31", "as_of": "2026"}
    closes = date(2025, 3, 31)
    assert verdict(closes, **told) is Verdict.ELIGIBLE
    assert verdict(closes + timedelta(days=1), **told) is Verdict.TOO_LATE
    assert verdict(closes - timedelta(days=TRUSTED_DAYS), **told) is Verdict.ELIGIBLE
    assert verdict(closes - timedelta(days=TRUSTED_DAYS + 1), **told) is Verdict.UNKNOWN
    dated = {**told, "opens": "2023-01-01"}
    assert verdict(date(2023, 1, 1), **dated) is Verdict.ELIGIBLE
    assert verdict(date(2022, 12, 31), **dated) is Verdict.NOT_YET


def test_of_money_that_went_before_the_last_day_the_day_is_not_known() -> None:
    told = {"status": "budget_exhausted", "closes": "2026-12-31", "as_of": SEEN.isoformat()}
    assert verdict(SEEN - timedelta(days=1), **told) is Verdict.UNKNOWN
    assert verdict(SEEN, **told) is Verdict.TOO_LATE
    assert verdict(date(2027, 1, 1), **told) is Verdict.TOO_LATE


def test_an_unknown_status_is_open_in_neither_direction_but_days_still_count() -> None:
    assert verdict(status="unknown", as_of="2026-02") is Verdict.UNKNOWN
    assert verdict(**(OPEN | {"status": "unknown"})) is Verdict.UNKNOWN
    assert verdict(date(2025, 12, 31), **(OPEN | {"status": "unknown"})) is Verdict.NOT_YET
    assert verdict(date(2026, 7, 1), **(OPEN | {"status": "unknown"})) is Verdict.TOO_LATE


PAST = OPEN | {"opens": "2025-01-01", "closes": "2025-06-30"}
LONG_PAST = OPEN | {"opens": "2023-01-01", "closes": "2023-06-30"}
SOON = OPEN | {"opens": "2026-09-01", "closes": "2026-10-31"}
FAR = OPEN | {"opens": "2028-09-01", "closes": "2028-10-31"}
RUNNING = {"opens": "2026-01-01", "status": "unknown"}
ENDING = {"closes": "2026-12-31", "status": "unknown"}
NO_WORD = {"status": "unknown"}
BEST_FIRST = [OPEN, RUNNING, SOON, ENDING, FAR, NO_WORD, PAST, LONG_PAST]


@pytest.mark.parametrize("place", range(len(BEST_FIRST) - 1))
def test_of_several_windows_the_best_one_speaks_wherever_it_stands(place: int) -> None:
    left = BEST_FIRST[place:]
    for order in (left, left[::-1]):
        found = state(ON, *order)
        assert found.window is not None
        assert found.window.told == NONE | BEST_FIRST[place]


def test_a_call_that_opens_within_a_year_opens_soon() -> None:
    soon = ON + timedelta(days=TRUSTED_DAYS)
    assert state(ON, ENDING, {"opens": soon.isoformat()}).verdict is Verdict.NOT_YET
    assert state(ON, ENDING, {"opens": (soon + timedelta(days=1)).isoformat()}).verdict is Verdict.UNKNOWN


def test_no_window_at_all_says_nothing() -> None:
    assert state(ON) == WindowState(Verdict.UNKNOWN, None)
    assert judged(windows=[]).verdict is Verdict.UNKNOWN


def test_a_window_of_an_edition_belongs_to_it_alone() -> None:
    told = [OPEN | {"edition": "old"}, SOON]
    assert state(ON, *told, edition="old").verdict is Verdict.ELIGIBLE
    assert state(ON, *told, edition="new").verdict is Verdict.NOT_YET
    assert state(ON, *told).verdict is Verdict.NOT_YET


@pytest.mark.parametrize(
    ("on", "told", "early"),
    [(ON, ENDING, True), (ON, NO_WORD, False), (ON, OPEN, False), (date(2025, 1, 1), OPEN, False)],
)
def test_a_call_of_which_only_the_end_is_known_may_only_be_early(on: date, told: dict[str, Any], early: bool) -> None:
    assert state(on, told).may_only_be_early is early
    assert not state(on).may_only_be_early


def test_a_window_answers_like_a_condition() -> None:
    days = {date(2025, 12, 31): Answer.FAILS, ON: Answer.HOLDS, date(2026, 7, 1): Answer.FAILS}
    assert {on: state(on, OPEN).answer for on in days} == days
    assert state(ON, NO_WORD).answer is Answer.UNKNOWN
