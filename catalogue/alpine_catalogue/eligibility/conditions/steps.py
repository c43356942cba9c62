"""Tests of a step that must come first: done, paid out, in a given year, after a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alpine_catalogue.eligibility.answer import all_of
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.fact_kinds import STEP
from alpine_catalogue.eligibility.values import Interval


@dataclass(frozen=True)
class Step:
    """`step: {name: kmu_digital_consultation, paid: true}`."""

    name: str
    paid: bool = False
    since: date | None = None
    until: date | None = None

    @property
    def reads(self) -> tuple[str, ...]:
        """The step, as a fact."""
        return (STEP + self.name,)

    def holds(self, case: Case) -> bool | None:
        """Look if it was done in time; a step without a day may have been."""
        told: Mapping[str, Any] | None = case.told(STEP + self.name)
        if told is None:
            return True if case.presumes(STEP + self.name) else None
        if not told["done"]:
            return False
        return all_of([self._in_time(told["day"], case.on), told["paid"] if self.paid else True])

    def witnesses(self, name: str, case: Case) -> Iterator[Mapping[str, Any]]:
        """Not done; done in time and paid; done too early."""
        day = self.since or min(case.on, self.until or case.on)
        done = (float(day.toordinal()),) * 2
        yield {"done": False, "day": None, "paid": None}
        yield {"done": True, "day": done, "paid": True}
        yield {"done": True, "day": done, "paid": False}
        yield {"done": True, "day": (done[0] - 1, done[0] - 1), "paid": True}

    def _in_time(self, day: Interval | None, on: date) -> bool | None:
        first, last = self.since, min(self.until or on, on)
        if day is None:
            return None if first or self.until else True
        if (first is None or first.toordinal() <= day[0]) and day[1] <= last.toordinal():
            return True
        return False if day[0] > last.toordinal() or (first and day[1] < first.toordinal()) else None
