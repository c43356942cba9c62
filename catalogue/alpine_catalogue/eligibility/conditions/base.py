"""What every test can do, and tests made of tests."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from alpine_catalogue.eligibility.answer import all_of, any_of
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.values import Interval

NewAid = Callable[[Case], Interval | None]
"""What a programme would pay in a case, from low to high; None where it cannot be told."""


class Test(Protocol):
    """Asks one thing of a case. Equal tests are answered once for all programmes."""

    @property
    def reads(self) -> tuple[str, ...]:
        """The facts that it looks at."""

    def holds(self, case: Case) -> bool | None:
        """Answer yes, no, or None where what is known leaves it open."""

    def witnesses(self, name: str, case: Case) -> Iterable[Any]:
        """Values of a fact between which the answer may change: at least one from each side of each border."""


@dataclass(frozen=True)
class Every:
    """All of several tests."""

    tests: tuple[Test, ...]

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The facts of all."""
        return _together(self.tests)

    def holds(self, case: Case) -> bool | None:
        """Hold when all hold."""
        return all_of(test.holds(case) for test in self.tests)

    def witnesses(self, name: str, case: Case) -> Iterator[Any]:
        """The witnesses of all."""
        yield from _witnesses(self.tests, name, case)


@dataclass(frozen=True)
class Either:
    """At least one of several tests."""

    tests: tuple[Test, ...]

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The facts of all."""
        return _together(self.tests)

    def holds(self, case: Case) -> bool | None:
        """Hold when one holds."""
        return any_of(test.holds(case) for test in self.tests)

    def witnesses(self, name: str, case: Case) -> Iterator[Any]:
        """The witnesses of all."""
        yield from _witnesses(self.tests, name, case)


@dataclass(frozen=True)
class Unclear:
    """What the programme's own text leaves open: no fact of the firm settles it, only the authority does."""

    about: str
    reads: tuple[str, ...] = ()

    def holds(self, case: Case) -> bool | None:
        """Stay open."""
        return None

    def witnesses(self, name: str, case: Case) -> Iterable[Any]:
        """Nothing changes it."""
        return ()


def _together(tests: Iterable[Test]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for test in tests for name in test.reads))


def _witnesses(tests: Iterable[Test], name: str, case: Case) -> Iterator[Any]:
    for test in tests:
        if name in test.reads:
            yield from test.witnesses(name, case)
