"""Figures and days that may be known only in part, and comparisons that then answer "not known"."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

Interval = tuple[float, float]
"""From low to high, both included. Days are counted as `date.toordinal()`."""

ENDLESS: Final = float("inf")
ANYTHING: Final[Interval] = (-ENDLESS, ENDLESS)

DAY: Final = "[12][0-9]{3}(-[0-9]{2}){0,2}"
"""How a day looks. Firms are older than calendars in computers; what lies beyond these years is a slip of the pen."""

Compare = Callable[[Interval, Interval], bool | None]


def _below(value: Interval, limit: Interval) -> bool | None:
    return True if value[1] < limit[0] else False if value[0] >= limit[1] else None


def _at_most(value: Interval, limit: Interval) -> bool | None:
    return True if value[1] <= limit[0] else False if value[0] > limit[1] else None


def _at_least(value: Interval, limit: Interval) -> bool | None:
    return True if value[0] >= limit[1] else False if value[1] < limit[0] else None


def _above(value: Interval, limit: Interval) -> bool | None:
    return True if value[0] > limit[1] else False if value[1] <= limit[0] else None


COMPARISONS: Final[dict[str, Compare]] = {
    "below": _below,
    "at_most": _at_most,
    "at_least": _at_least,
    "above": _above,
}
"""`below` is strict (< 50), `at_most` is not (<= 49); the words are those of the rule files."""


_INSIDE_OUT = {"below": (-1, 0), "at_most": (0, 1), "at_least": (-1, 0), "above": (0, 1)}


STEPS: Final = {"count": 0.5, "money": 0.01, "figure": 0.01, "share": 0.001, "day": 1.0}
"""How near to a limit a value of each form can lie: half a position, a cent, a day."""


def around(comparison: str, limit: float, step: float) -> tuple[Interval, ...]:
    """Return one value on each side of a limit, as near to it as values lie; none below zero."""
    sides = (limit + move * step for move in _INSIDE_OUT[comparison])
    return tuple(exactly(side) for side in sides if side >= 0)


def exactly(value: float) -> Interval:
    """Return the interval that holds one value only."""
    return (value, value)


def plus(one: Interval, other: Interval, share: float = 1.0) -> Interval:
    """Return the sum of one and a share of the other."""
    return (one[0] + share * other[0], one[1] + share * other[1])


def overlaps(one: Interval, other: Interval) -> bool:
    """Tell if the two have a value in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def day_interval(told: Any) -> Interval:
    """Read `2026`, `2026-03` or `2026-03-01`: all days that may be meant. Raises ValueError or TypeError."""
    if isinstance(told, date):
        return exactly(told.toordinal())
    if not re.fullmatch(DAY, str(told)):
        raise ValueError(f"{told} is no day of the years 1000 to 2999")
    year, *rest = (int(part) for part in str(told).split("-"))
    first = date(*(year, *rest, 1, 1)[:3])
    if len(rest) == 2:  # noqa: PLR2004 - month and day
        return exactly(first.toordinal())
    return (first.toordinal(), shifted(first, months=1 if rest else 12).toordinal() - 1)


def shifted(day: date, *, years: int = 0, months: int = 0) -> date:
    """Return the same day so many years and months away; the 31st becomes the last day of a shorter month."""
    total = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = divmod(total, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, day.day)
