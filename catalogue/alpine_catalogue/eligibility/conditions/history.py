"""Tests of what the firm has received before: lock-outs, how often in how long, how far apart."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from alpine_catalogue.eligibility.answer import all_of
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.base import NewAid
from alpine_catalogue.eligibility.records import Aid
from alpine_catalogue.eligibility.values import Interval, exactly, shifted

GRANTED = "granted"


@dataclass(frozen=True)
class Awards:
    """`awards: {of: [this], fewer_than: 3, within: {months: 24}, by: decided}`: room for one more.

    `of` lists programmes, or none for any; `by` is the day that counts; `status` is granted, open or refused.
    """

    of: frozenset[str]
    fewer_than: int
    months: int | None
    """None: ever."""
    by: str
    status: str
    calendar_year: bool = False
    """Whether the current calendar year is meant instead of the last months."""
    since: date | None = None
    """First day of a programme's period, where that counts instead of the last months."""
    until: date | None = None
    """Last day of that period."""
    sum_at_most: float | None = None
    """A limit on the money instead of the number."""
    new_aid: NewAid | None = field(default=None, compare=False)
    """What the programme would pay, where that counts too: if only this passes the limit, the text leaves it open."""
    edition: str = ""
    """Keeps tests of different editions apart, because their new aid differs."""
    reads: tuple[str, ...] = ("aid_received",)

    def holds(self, case: Case) -> bool | None:
        """Count what falls into the time; a day that is not known may or may not."""
        used = self.used(case)
        if used is None:
            return None
        most = self.fewer_than if self.sum_at_most is None else self.sum_at_most
        if used[0] >= most:
            return False
        new = self.new_aid(case) if self.new_aid else None
        return True if used[1] < most and (new is None or used[1] + new[1] <= most) else None

    def used(self, case: Case) -> Interval | None:
        """Return how many of them, or how much money, surely and at most falls into the time."""
        if case.aid is None:
            return None
        meant = [(self._falls(aid, case), aid) for aid in case.aid if self._meant(aid)]
        worth = [
            (inside, 1.0 if self.sum_at_most is None else aid.amount) for inside, aid in meant if inside is not False
        ]
        return (sum(value for inside, value in worth if inside), sum(value for _, value in worth))

    def witnesses(self, name: str, case: Case) -> Iterator[tuple[Aid, ...]]:
        """Nothing received, and as much as shuts the door."""
        yield ()
        day = exactly(float(min(self._time(case)[1], case.today)))
        one = Aid(min(self.of, default=None), self.sum_at_most or 1.0, "de_minimis", self.status, day, day)
        yield (one,) * (1 if self.sum_at_most else self.fewer_than)

    def _meant(self, aid: Aid) -> bool:
        return _has(aid, self.status) and (not self.of or aid.programme in self.of)

    def _falls(self, aid: Aid, case: Case) -> bool | None:
        if self.months is None and not self.calendar_year and self.since is None:
            return True
        day: Interval | None = getattr(aid, self.by)
        first, last = self._time(case)
        if day is None:
            return None
        if first <= day[0] and day[1] <= last:
            return True
        return False if day[1] < first or day[0] > last else None

    def _time(self, case: Case) -> Interval:
        if self.calendar_year:
            return (date(case.on.year, 1, 1).toordinal(), date(case.on.year, 12, 31).toordinal())
        if self.since:
            return (self.since.toordinal(), min(case.today, self.until.toordinal() if self.until else case.today))
        return (shifted(case.on, months=-(self.months or 0)).toordinal() + 1, case.today)


@dataclass(frozen=True)
class Apart:
    """`apart: {of: [this], years: 2, by: submitted, reading: unclear}`: how long after the last one.

    `reading` says how years are meant: `rolling` to the day, `calendar` by the year's number, `unclear` where the text
    does not say: then both must agree.
    """

    of: frozenset[str]
    years: int
    by: str
    reading: str
    status: str | None = None
    """Which of them count; None: of submissions all, of decisions those granted."""
    reads: tuple[str, ...] = ("aid_received",)

    def holds(self, case: Case) -> bool | None:
        """Compare with every earlier one."""
        if case.aid is None:
            return None
        wanted = self.status or (GRANTED if self.by == "decided" else None)
        meant = [aid for aid in case.aid if aid.programme in self.of and (wanted is None or _has(aid, wanted))]
        days = [getattr(aid, self.by) for aid in meant]
        return all_of(self._far_enough(day, case.on) for day in days)

    def witnesses(self, name: str, case: Case) -> Iterator[tuple[Aid, ...]]:
        """Nothing, and one of today."""
        yield ()
        today = exactly(float(case.today))
        yield (Aid(min(self.of), 1.0, "de_minimis", "granted", today, today),)

    def _far_enough(self, day: Interval | None, on: date) -> bool | None:
        if day is None:
            return None
        answers = {self._after(date.fromordinal(int(end)), on) for end in day}
        return answers.pop() if len(answers) == 1 else None

    def _after(self, last: date, on: date) -> bool | None:
        rolling = on >= shifted(last, years=self.years)
        calendar = on.year - last.year >= self.years
        if self.reading == "unclear":
            return rolling if rolling == calendar else None
        return rolling if self.reading == "rolling" else calendar


def _has(aid: Aid, status: str) -> bool:
    """Tell if the aid has that status; what is approved and not settled yet is granted, too."""
    return aid.status == status or (status == GRANTED and aid.status == "open")
