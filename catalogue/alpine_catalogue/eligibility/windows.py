"""Whether one can apply on a day, by the windows that a programme's sources name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alpine_catalogue.eligibility.answer import Answer, Verdict
from alpine_catalogue.eligibility.values import Interval, day_interval

TRUSTED_DAYS = 365
"""How long a status without dates is believed: most of these programmes are decided year by year."""
_OPEN = ("open", "rolling")
_GONE = ("closed", "budget_exhausted")


@dataclass(frozen=True)
class Window:
    """When one can apply, with the status that a source saw on `as_of` (a year alone is all its days)."""

    opens: date | None
    closes: date | None
    """The last day; it counts."""
    status: str
    as_of: Interval | None
    edition: str | None
    """The only edition that it belongs to; None: all."""
    told: Mapping[str, Any] = field(hash=False)


@dataclass(frozen=True)
class WindowState:
    """What the windows say of a day: the verdict that they allow, and the window that says so (None: none is known)."""

    verdict: Verdict
    window: Window | None

    @property
    def may_only_be_early(self) -> bool:
        """Tell if it is not known whether the call is open, but it has surely not closed yet."""
        return self.verdict is Verdict.UNKNOWN and self.window is not None and self.window.closes is not None

    @property
    def answer(self) -> Answer:
        """The same as the answer to a condition."""
        kept = {Verdict.ELIGIBLE: Answer.HOLDS, Verdict.UNKNOWN: Answer.UNKNOWN}
        return kept.get(self.verdict, Answer.FAILS)


def windows_from(told: Iterable[Mapping[str, Any]]) -> tuple[Window, ...]:
    """Read the windows of a programme's file."""
    return tuple(
        Window(
            opens=_day(one["opens"]),
            closes=_day(one["closes"]),
            status=one["status"],
            as_of=day_interval(one["as_of"]) if one["as_of"] else None,
            edition=one.get("edition"),
            told=one,
        )
        for one in told
    )


def window_on(windows: Iterable[Window], on: date, edition: str | None = None) -> WindowState:
    """Return the best that any window of the edition allows on that day; of closed ones, the one that closed last."""
    states = [WindowState(_state(one, on), one) for one in windows if one.edition in (None, edition)]
    return max(states, key=lambda state: _rank(state, on), default=WindowState(Verdict.UNKNOWN, None))


def _rank(state: WindowState, on: date) -> tuple[int, date]:
    """Open comes first; a call that may be running before one that opens soon; one of a later year before no word."""
    opens, closes = (state.window.opens, state.window.closes) if state.window else (None, None)
    if state.verdict is Verdict.NOT_YET:
        return (4 if opens and (opens - on).days <= TRUSTED_DAYS else 2, date.min)
    if state.verdict is Verdict.UNKNOWN:
        return (5 if opens else 3 if closes else 1, date.min)
    return (6, date.min) if state.verdict is Verdict.ELIGIBLE else (0, closes or date.min)


def _state(window: Window, on: date) -> Verdict:
    if window.closes and on > window.closes:
        return Verdict.TOO_LATE
    if window.opens and on < window.opens:
        return Verdict.NOT_YET
    if window.status in _GONE:
        return _gone(window, on)
    return _believed(window, on) if window.status in _OPEN else Verdict.UNKNOWN


def _gone(window: Window, on: date) -> Verdict:
    """A call that closed on a known day was open before it; how long before is believed as a status is.

    Of a call whose money went, the day is rarely known: until the source said so, it is not known if it was open.
    """
    if window.status == "closed" and window.closes:
        long_before = window.opens is None and (window.closes - on).days > TRUSTED_DAYS
        return Verdict.UNKNOWN if long_before else Verdict.ELIGIBLE
    if window.as_of and on.toordinal() < window.as_of[_end_that_counts(window, window.as_of)]:
        return Verdict.UNKNOWN
    return Verdict.TOO_LATE


def _end_that_counts(window: Window, as_of: Interval) -> int:
    """Of a year or month told, its first day; its last where the call opened within it."""
    return 1 if window.opens and as_of[0] <= window.opens.toordinal() else 0


def _believed(window: Window, on: date) -> Verdict:
    """Between two days that a source names it is open; otherwise as long as the status is trusted, and not before."""
    if window.closes and window.opens:
        return Verdict.ELIGIBLE
    if window.as_of is None:
        return Verdict.UNKNOWN
    too_early = not window.opens and on.toordinal() < window.as_of[0] - TRUSTED_DAYS
    recent = on.toordinal() - window.as_of[1] <= TRUSTED_DAYS
    return Verdict.ELIGIBLE if (recent or window.closes) and not too_early else Verdict.UNKNOWN


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
