"""What tests and groups of conditions answer in one case, kept so that all programmes share the answers."""

from collections.abc import Sequence
from functools import cached_property

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.base import Test
from alpine_catalogue.eligibility.rules import Condition
from alpine_catalogue.eligibility.trying import Group, group_of


class Sheet:
    """The answers of one case. Equal tests of a rule book are one object, so its address tells it."""

    def __init__(self, case: Case) -> None:
        """Start with nothing answered."""
        self.case = case
        self._answers: dict[int, bool | None] = {}
        self._groups: dict[tuple[object, ...], Group] = {}

    @cached_property
    def strict(self) -> "Sheet":
        """The answers of the same case without taking anything for granted."""
        return Sheet(self.case.strict())

    def holds(self, test: Test) -> bool | None:
        """Answer a test, at the first asking."""
        key = id(test)
        if key not in self._answers:
            self._answers[key] = test.holds(self.case)
        return self._answers[key]

    def group(self, conditions: Sequence[Condition], names: Sequence[str]) -> Group:
        """Return what conditions can come to over all values of their unknown facts, at the first asking."""
        key = tuple(part for one in conditions for part in (id(one.test), one.if_not, one.certain))
        if key not in self._groups:
            self._groups[key] = group_of(conditions, names, self.case)
        return self._groups[key]
