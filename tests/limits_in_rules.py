"""Which limits the rules of a programme draw: every test of a figure, a sum, a share, an age or a number of awards."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.base import Either, Every, Test
from alpine_catalogue.eligibility.conditions.costs import CostLimit, CostShare, SmallestGrant
from alpine_catalogue.eligibility.conditions.de_minimis import DeMinimisRoom
from alpine_catalogue.eligibility.conditions.figures import Age, Day, Figure
from alpine_catalogue.eligibility.conditions.history import Apart, Awards
from alpine_catalogue.eligibility.conditions.ownership import Owners
from alpine_catalogue.eligibility.conditions.size import Size
from alpine_catalogue.eligibility.conditions.steps import Step
from alpine_catalogue.eligibility.counting import counted
from alpine_catalogue.eligibility.rules import Edition, Rules
from alpine_catalogue.eligibility.values import Interval

_DRAW_LIMITS = (
    *(Age, Apart, Awards, CostLimit, CostShare, Day, DeMinimisRoom, Figure, Owners, Size, SmallestGrant, Step),
)
_NOT_PART_OF_A_LIMIT = ("paid", "edition", "new_aid", "reads")
_NEAR = 0.01
"""How near to a limit is near: one, or one per cent of it."""


@dataclass(frozen=True)
class Limit:
    """One limit of a programme, with the editions in which it holds."""

    label: str
    test: Test
    editions: tuple[str, ...]

    def __str__(self) -> str:
        """Say which one it is."""
        return f"{self.label} {self.test}"

    def answers(self, rules: Rules, cases: list[Case]) -> set[bool | None]:
        """What it answers over the cases of its editions."""
        return {self.test.holds(case) for case in self._asked(rules, cases)}

    def nearest(self, rules: Rules, cases: list[Case]) -> dict[bool, float] | None:
        """How near to it the nearest cases are on which it holds and on which it fails; None: not a figure."""
        if _border(self.test) is None:
            return None
        found: dict[bool, float] = {}
        for case in self._asked(rules, cases):
            distance, answer = _distance(self.test, case), self.test.holds(case)
            if distance is not None and answer is not None:
                found[answer] = min(distance, found.get(answer, distance))
        return found

    def is_near(self, distance: float) -> bool:
        """Tell if a case that far from the limit is right beside it."""
        border = _border(self.test) or 0.0
        return distance <= max(1.0, _NEAR * border)

    def _asked(self, rules: Rules, cases: list[Case]) -> Iterator[Case]:
        for case in cases:
            edition = rules.edition_for(case)
            if edition and edition.name in self.editions:
                yield case


def limits_of(rules: Rules) -> list[Limit]:
    """Return every limit once, with the editions in which it holds."""
    found: dict[str, tuple[str, Test, list[str]]] = {}
    for edition in rules.editions:
        for label, test in _limits_in(edition):
            key = f"{label} {_told(test)}"
            found.setdefault(key, (label, test, []))[2].append(edition.name)
    return [Limit(label, test, tuple(editions)) for label, test, editions in found.values()]


def _limits_in(edition: Edition) -> Iterator[tuple[str, Test]]:
    for condition in edition.conditions:
        yield from ((condition.label, test) for test in _leaves(condition.test) if isinstance(test, _DRAW_LIMITS))


def _leaves(test: Test) -> Iterator[Test]:
    if isinstance(test, Every | Either):
        for part in test.tests:
            yield from _leaves(part)
    else:
        yield test


def _told(test: Test) -> dict[str, Any]:
    names = [one.name for one in fields(test) if one.name not in _NOT_PART_OF_A_LIMIT]  # type: ignore[arg-type]
    return {"of": type(test).__name__, **{name: getattr(test, name) for name in names}}


def _border(test: Test) -> float | None:
    if isinstance(test, Figure):
        return None if test.of else test.limit
    if isinstance(test, CostLimit):
        return test.limit
    return test.employees[-1][1] if isinstance(test, Size) and test.employees else None


def _distance(test: Test, case: Case) -> float | None:
    """How far the case's figure is from the limit; None where it is not told exactly."""
    border, figure = _border(test), _figure(test, case)
    return None if border is None or figure is None or figure[0] != figure[1] else abs(figure[0] - border)


def _figure(test: Test, case: Case) -> Interval | None:
    if isinstance(test, Figure):
        return case.figure(test.name)
    if isinstance(test, CostLimit):
        return test.paid.eligible_cost(case)
    return counted(case, "employees", test.counted) if isinstance(test, Size) else None


def days_that_matter(rules: Rules) -> dict[str, date]:
    """Return the first and last day of each window and edition, and the days outside, by what they are."""
    day = timedelta(days=1)
    found: dict[str, date] = {}
    spans = [
        (f"window {one.told.get('label', number)}", one.opens, one.closes) for number, one in enumerate(rules.windows)
    ]
    spans += [(f"edition {one.name}", one.since, one.until) for one in rules.editions if one.picked_by == "application"]
    for name, first, last in spans:
        if first:
            found |= {f"day before {name}": first - day, f"first day of {name}": first}
        if last:
            found |= {f"last day of {name}": last, f"day after {name}": last + day}
    return found
