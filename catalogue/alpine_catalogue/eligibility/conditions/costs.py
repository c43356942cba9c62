"""Tests of the project's cost: limits on what counts, shares of types of cost, the smallest grant."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.base import NewAid
from alpine_catalogue.eligibility.records import Cost
from alpine_catalogue.eligibility.values import COMPARISONS, STEPS, Interval, around, exactly


@dataclass(frozen=True)
class Paid:
    """What an edition pays, as far as tests ask for it; nothing, until its support is read."""

    amount: NewAid = lambda case: None
    eligible_cost: Callable[[Case], Interval] = lambda case: case.figure("cost")
    big_enough: Callable[[Case], bool | None] = lambda case: None
    before_rooms: NewAid = lambda case: None


@dataclass(frozen=True)
class CostLimit:
    """`cost: {at_least: 4000}`: of the cost that counts, by its invoices, modules and shares."""

    comparison: str
    limit: float
    paid: Paid = field(compare=False)
    edition: str = ""
    """Keeps tests of different editions apart, because other cost counts."""
    reads: tuple[str, ...] = ("cost", "costs")

    def holds(self, case: Case) -> bool | None:
        """Compare; a project that is not told yet is presumed to be planned so that it fits."""
        if case.costs is None and case.presumes("cost"):
            return True
        return COMPARISONS[self.comparison](self.paid.eligible_cost(case), exactly(self.limit))

    def witnesses(self, name: str, case: Case) -> Iterator[Any]:
        """Just under, at and over the limit, in one figure or one line."""
        for side in around(self.comparison, self.limit, STEPS["money"]):
            yield side if name == "cost" else (Cost("other", side[0], None, None),)


@dataclass(frozen=True)
class SmallestGrant:
    """`smallest_grant: true`: what would come out reaches the `grant_at_least` of the module."""

    paid: Paid = field(compare=False)
    edition: str = ""
    reads: tuple[str, ...] = ("cost", "costs", "people_trained", "employees", "turnover", "balance")

    def holds(self, case: Case) -> bool | None:
        """Work it out; a project that is not told yet is presumed to be large enough."""
        if case.costs is None and case.presumes("cost"):
            return True
        return self.paid.big_enough(case)

    def witnesses(self, name: str, case: Case) -> Iterator[Any]:
        """Sums from small to large, and a firm of each size class."""
        if name == "people_trained":
            yield from (exactly(float(people)) for people in (1, 2, 5, 10, 100, 1000))
        elif name == "employees":
            yield from (exactly(one.employees + move) for one in case.law.classes for move in (-1, 0))
        elif name in ("turnover", "balance"):
            yield from (exactly(getattr(one, name) + move) for one in case.law.classes for move in (0, 1))
        else:
            sums = [10.0**digits * part for digits in range(2, 8) for part in (1, 2, 5)]
            yield from (exactly(one) if name == "cost" else (Cost("other", one, None, None),) for one in sums)


@dataclass(frozen=True)
class CostShare:
    """`cost_share: {of: advice, at_least: 0.3}`: a gate; a clip stands in the support instead."""

    of: tuple[str, ...]
    comparison: str
    limit: float
    reads: tuple[str, ...] = ("costs",)

    def holds(self, case: Case) -> bool | None:
        """Compare the share; without lines it is presumed to be planned right."""
        if case.costs is None:
            return True if case.presumes("costs") else None
        whole = sum(line.amount for line in case.costs)
        share = sum(line.amount for line in case.costs if line.type in self.of) / whole if whole else 0.0
        return COMPARISONS[self.comparison](exactly(share), exactly(self.limit))

    def witnesses(self, name: str, case: Case) -> Iterator[tuple[Cost, ...]]:
        """A little less, just so much, a little more."""
        for share in (self.limit - 0.001, self.limit, self.limit + 0.001):
            yield (Cost(self.of[0], 1000 * share, None, None), Cost("other", 1000 * (1 - share), None, None))
