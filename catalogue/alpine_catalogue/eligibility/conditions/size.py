"""Tests of a firm's size: limits joined by and/or, firms that count together, classes with a memory of two years."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from alpine_catalogue.eligibility.answer import all_of, any_of
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.counting import RELATED, counted
from alpine_catalogue.eligibility.law import SizeClass
from alpine_catalogue.eligibility.records import Firm
from alpine_catalogue.eligibility.values import COMPARISONS, STEPS, around

_YEAR_BEFORE = "_year_before"
_GIANT = Firm(share=1.0, employees=1e6, turnover=1e12, balance=1e12)
Limit = tuple[str, float]
"""A comparison and its limit, such as `("below", 50)`."""


@dataclass(frozen=True)
class Size:
    """`size: {employees: {below: 50}, turnover: {at_most: 10000000}, balance: {...}, money: any, counted: eu}`."""

    employees: tuple[Limit, ...]
    turnover: tuple[Limit, ...]
    balance: tuple[Limit, ...]
    money: str
    """any: turnover or balance within its limits is enough (the EU rule); all: both."""
    counted: str
    """Which firms count together: eu, applicant_only, all_ge_25, group, or unknown."""
    remembers: bool = False
    """Whether the class changes only after two closed years in a row (EU rule)."""

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The figures that have limits, those of the year before, and the related firms."""
        return (*self._figures, *self._before, *((RELATED,) if self.counted != "applicant_only" else ()))

    @cached_property
    def _figures(self) -> tuple[str, ...]:
        return tuple(name for name in ("employees", "turnover", "balance") if getattr(self, name))

    @cached_property
    def _before(self) -> tuple[str, ...]:
        return tuple(name + _YEAR_BEFORE for name in self._figures) if self.remembers else ()

    def holds(self, case: Case) -> bool | None:
        """Compare this year's figures; where the year before says otherwise, the class has not changed yet."""
        told_before = any(case.told(name) is not None for name in self._before)
        return self._within(case, _YEAR_BEFORE if told_before else "")

    def witnesses(self, name: str, case: Case) -> Iterator[Any]:
        """The figures around each limit, less what related firms add; no related firm, and one that is too large."""
        if name == RELATED:
            yield from ((), (_GIANT,))
            return
        figure = name.removesuffix(_YEAR_BEFORE)
        added = counted(case, figure, self.counted)[0] - case.figure(figure)[0]
        for comparison, limit in getattr(self, figure):
            yield from around(comparison, limit - added, STEPS[case.kinds[name].form])

    def _within(self, case: Case, year: str) -> bool | None:
        people = self._fits(case, "employees", year)
        if people is False or not (self.turnover or self.balance):
            return people
        sums = [self._fits(case, name, year) for name in ("turnover", "balance") if getattr(self, name)]
        return all_of([people, any_of(sums) if self.money == "any" else all_of(sums)])

    def _fits(self, case: Case, name: str, year: str) -> bool | None:
        limits: tuple[Limit, ...] = getattr(self, name)
        if not limits:
            return True
        told = "" if year and case.presumes(name + year) else year  # of the year before a part may have been told
        found = counted(case, name, self.counted, told)
        return all_of([COMPARISONS[comparison](found, (limit, limit)) for comparison, limit in limits])


def at_most(size_class: SizeClass, counting: str) -> Size:
    """Return the test whether a firm is of that EU class or a smaller one."""
    return Size(
        employees=(("below", size_class.employees),),
        turnover=(("at_most", size_class.turnover),),
        balance=(("at_most", size_class.balance),),
        money="any",
        counted=counting,
        remembers=True,
    )


def limits(told: Mapping[str, float] | None) -> tuple[Limit, ...]:
    """Return the limits as a rule file tells them."""
    return tuple((told or {}).items())
