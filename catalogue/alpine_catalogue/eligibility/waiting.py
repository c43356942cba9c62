"""On which later days a test may answer otherwise, if nothing but time passes."""

from collections.abc import Iterator
from datetime import date

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.base import Either, Every, Test
from alpine_catalogue.eligibility.conditions.de_minimis import DeMinimisRoom
from alpine_catalogue.eligibility.conditions.figures import Age
from alpine_catalogue.eligibility.conditions.history import Apart, Awards
from alpine_catalogue.eligibility.values import ENDLESS, Interval, shifted

_LAW_YEARS = 3


def turning_days(test: Test, case: Case) -> Iterator[date]:
    """Yield days after the day of the question, in no order."""
    for day in _days(test, case):
        yield from (one for one in (day, date.fromordinal(day.toordinal() + 1)) if one > case.on)


def _days(test: Test, case: Case) -> Iterator[date]:
    if isinstance(test, Every | Either):
        for part in test.tests:
            yield from _days(part, case)
    elif isinstance(test, Age):
        yield from _shifted(case.figure(test.name), years=test.years, months=test.months)
    elif isinstance(test, Awards):
        yield from (day for aid in case.aid or () for day in _shifted(getattr(aid, test.by), months=test.months or 0))
        yield date(case.on.year + 1, 1, 1)
    elif isinstance(test, Apart):
        yield from (day for aid in case.aid or () for day in _shifted(getattr(aid, test.by), years=test.years))
    elif isinstance(test, DeMinimisRoom):
        yield from (day for aid in case.aid or () for day in _shifted(aid.decided, years=_LAW_YEARS))


def _shifted(days: Interval | None, *, years: int = 0, months: int = 0) -> Iterator[date]:
    if days and abs(days[1]) < ENDLESS:
        yield shifted(date.fromordinal(int(days[1])), years=years, months=months)
