"""Tests of one figure or day against a limit, against a share of another figure, or against the day of the question."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.values import COMPARISONS, ENDLESS, STEPS, Interval, around, exactly, shifted

_SAMPLES = (1_000.0, 100_000.0, 10_000_000.0)


@dataclass(frozen=True)
class Figure:
    """`employees: {below: 50}`; with `of`, against a share of another: `{above: {share: 0.03, of: turnover}}`."""

    name: str
    comparison: str
    limit: float
    of: str | None = None

    @property
    def reads(self) -> tuple[str, ...]:
        """The figure, and the other one."""
        return (self.name, self.of) if self.of else (self.name,)

    def holds(self, case: Case) -> bool | None:
        """Compare; what is presumed holds."""
        if any(case.presumes(name) for name in self.reads):
            return True
        limit = case.figure(self.of) if self.of else exactly(1.0)
        scaled = (limit[0] * self.limit, limit[1] * self.limit)
        return COMPARISONS[self.comparison](case.figure(self.name), scaled)

    def witnesses(self, name: str, case: Case) -> Iterator[Interval]:
        """Both sides of the limit; of two figures, as the other one is or might be."""
        step = STEPS[case.kinds[name].form]
        if self.of:
            yield from (exactly(border + move * step) for border in self._borders(name, case) for move in (-1, 0, 1))
            return
        for border in self._borders(name, case):
            yield from around(self.comparison, border, step)

    def _borders(self, name: str, case: Case) -> Iterable[float]:
        if not self.of:
            return (self.limit,)
        other = self.of if name == self.name else self.name
        ends = [end for end in case.figure(other) if abs(end) < ENDLESS]
        samples = [] if len(set(ends)) == 1 and len(ends) == 2 else _SAMPLES  # noqa: PLR2004 - both ends are the same
        if name == self.name:
            return [end * self.limit for end in (*ends, *samples)]
        return [*(end / self.limit for end in ends), *samples]


@dataclass(frozen=True)
class Age:
    """`founded: {over: {years: 5}}`: how long ago a day was, on the day of the question."""

    name: str
    comparison: str
    """over, at_least, at_most or under."""
    years: int = 0
    months: int = 0

    @property
    def reads(self) -> tuple[str, ...]:
        """The day."""
        return (self.name,)

    def holds(self, case: Case) -> bool | None:
        """Compare the day's anniversary with the day of the question: exactly five years are not `over` five."""
        if case.presumes(self.name):
            return True
        told = case.figure(self.name)
        reached = (self._anniversary(told[0]), self._anniversary(told[1]))
        return COMPARISONS[_ON_DAYS[self.comparison]](reached, exactly(case.today))

    def witnesses(self, name: str, case: Case) -> Iterator[Interval]:
        """The days around the one that is just old enough."""
        border = shifted(case.on, years=-self.years, months=-self.months).toordinal()
        yield from (exactly(float(border + move)) for move in (-2, -1, 0, 1, 2))

    def _anniversary(self, day: float) -> float:
        if abs(day) == ENDLESS:
            return day
        return float(shifted(date.fromordinal(int(day)), years=self.years, months=self.months).toordinal())


_ON_DAYS = {"over": "below", "at_least": "at_most", "at_most": "at_least", "under": "above"}
"""What an age says of the anniversary: over five years means that it lies before the day of the question."""


@dataclass(frozen=True)
class Day:
    """`first_order: {not_before: application}`: a day against another, or against the day of the application."""

    name: str
    comparison: str
    """not_before, after, before or not_after."""
    day: date | None
    """None: the day of the application."""

    @property
    def reads(self) -> tuple[str, ...]:
        """The day told."""
        return (self.name,)

    def holds(self, case: Case) -> bool | None:
        """Compare; what is presumed holds."""
        if case.presumes(self.name):
            return True
        return COMPARISONS[_DAYS[self.comparison]](case.figure(self.name), exactly(self._border(case)))

    def witnesses(self, name: str, case: Case) -> Iterable[Any]:
        """The days before, on and after."""
        return [exactly(self._border(case) + move) for move in (-1, 0, 1)]

    def _border(self, case: Case) -> float:
        return float(self.day.toordinal() if self.day else case.today)


_DAYS = {"not_before": "at_least", "after": "above", "before": "below", "not_after": "at_most"}
AGES = tuple(_ON_DAYS)
DAY_COMPARISONS = tuple(_DAYS)
