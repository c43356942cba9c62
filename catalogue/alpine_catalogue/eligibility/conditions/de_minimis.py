"""The test of the de minimis ceiling: aid to the single undertaking in this Member State, and what would be new."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.base import NewAid
from alpine_catalogue.eligibility.law import DeMinimis
from alpine_catalogue.eligibility.records import Aid
from alpine_catalogue.eligibility.values import Interval, exactly, shifted

_KIND = "de_minimis"


@dataclass(frozen=True)
class DeMinimisRoom:
    """`de_minimis: true`, or `{at_most: 180000}` where a programme has a lower limit of its own.

    The law of the day decides the period and the ceiling. Aid that is already at the ceiling ends it. If only the new
    aid would pass it, the whole new aid loses its basis and the authority may cut it: that stays open, and we say so.
    """

    own_limit: float | None
    new_aid: NewAid = field(compare=False)
    """What the programme would pay in this case; takes part in no comparison of tests."""
    edition: str = ""
    """Keeps tests of different editions apart, because their new aid differs."""
    reads: tuple[str, ...] = ("aid_received",)

    def holds(self, case: Case) -> bool | None:
        """Compare with the ceiling of the day."""
        limit = self.ceiling(case)
        received = received_before(case)
        if limit is None or received is None:
            return None
        if received[0] >= limit:
            return False
        if received[1] == 0:
            return True
        new = self.new_aid(case) or (0.0, 0.0)
        return True if received[1] + new[1] <= limit else None

    def ceiling(self, case: Case) -> float | None:
        """Return the limit in EUR, or None where the law of the day is not known to us."""
        rule = case.law.de_minimis_on(case.on)
        if rule is None:
            return None
        return rule.ceiling if self.own_limit is None else min(rule.ceiling, self.own_limit)

    def witnesses(self, name: str, case: Case) -> Iterator[tuple[Aid, ...]]:
        """Nothing received, and the whole ceiling yesterday."""
        yield ()
        day = exactly(case.today - 1.0)
        yield (Aid(None, self.ceiling(case) or 1e9, _KIND, "granted", day, day),)


def received_before(case: Case) -> Interval | None:
    """Return de minimis aid in the period of the law, surely and at most; None where nothing is known of aid."""
    rule = case.law.de_minimis_on(case.on)
    if case.aid is None or rule is None:
        return None
    first = _first_day(rule, case.on).toordinal()
    counted = [aid for aid in case.aid if aid.kind == _KIND and aid.status != "refused"]
    surely = sum(
        aid.amount for aid in counted if aid.decided and first <= aid.decided[0] and aid.decided[1] <= case.today
    )
    perhaps = sum(aid.amount for aid in counted if not aid.decided or _may_fall(aid.decided, first, case.today))
    return (surely, perhaps)


def _may_fall(day: Interval, first: float, last: float) -> bool:
    return day[0] <= last and day[1] >= first


def _first_day(rule: DeMinimis, on: date) -> date:
    """Three years to the day, the first day not counted any more; before 2024 the current and two fiscal years."""
    if rule.period == "fiscal":
        return date(on.year - 2, 1, 1)
    return date.fromordinal(shifted(on, years=-3).toordinal() + 1)
