"""One question to the rules: a firm's facts on a day, under the law of that day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from alpine_catalogue.eligibility.fact_kinds import FactKinds
from alpine_catalogue.eligibility.facts import Facts
from alpine_catalogue.eligibility.law import Law
from alpine_catalogue.eligibility.records import Aid, Cost, Firm, Owner, total
from alpine_catalogue.eligibility.values import ANYTHING, ENDLESS, Interval

_RECORDS = ("related", "owners", "aid_received")


@dataclass(frozen=True)
class Case:
    """What tests look at. With `presume`, an unknown fact of a presumed kind does not stop a condition from holding."""

    facts: Facts
    on: date
    kinds: FactKinds
    law: Law
    presume: bool = True

    def told(self, name: str) -> Any:
        """Return the value of a fact, or None where it is unknown."""
        return self.facts.values.get(name)

    def presumes(self, name: str) -> bool:
        """Tell if the fact is unknown and taken for granted."""
        if name == "cost" and "costs" in self.facts.values:
            return False
        return self.presume and name not in self.facts.values and self.kinds[name].presumed

    def with_records_presumed(self) -> "Case":
        """Return the same question with no related firm, owner or aid where these are taken for granted."""
        return self.knowing({name: () for name in _RECORDS if self.presumes(name)})

    def figure(self, name: str) -> Interval:
        """Return a figure or day; everything that it may be where it is unknown."""
        if name == "cost" and "costs" in self.facts.values:
            return total(self.costs or ())
        found: Interval | None = self.facts.values.get(name)
        return found or (ANYTHING if self.kinds[name].form == "day" else (0.0, ENDLESS))

    @cached_property
    def today(self) -> int:
        """The day of the question, counted as days are in intervals."""
        return self.on.toordinal()

    @cached_property
    def related(self) -> tuple[Firm, ...] | None:
        """Firms tied to this one; none where that is presumed."""
        return self._records("related")

    @cached_property
    def owners(self) -> tuple[Owner, ...] | None:
        """Who owns the firm; nobody special where that is presumed."""
        return self._records("owners")

    @cached_property
    def aid(self) -> tuple[Aid, ...] | None:
        """Aid received; none where that is presumed."""
        return self._records("aid_received")

    @property
    def costs(self) -> tuple[Cost, ...] | None:
        """The lines of the project's cost."""
        found: tuple[Cost, ...] | None = self.facts.values.get("costs")
        return found

    def knowing(self, more: Mapping[str, Any]) -> "Case":
        """Return the same question with more facts known."""
        return Case(Facts({**self.facts.values, **more}), self.on, self.kinds, self.law, self.presume)

    def without(self, name: str) -> "Case":
        """Return the same question with one fact unknown."""
        return replace(self, facts=Facts({key: value for key, value in self.facts.values.items() if key != name}))

    def strict(self) -> "Case":
        """Return the same question without taking anything for granted."""
        return replace(self, presume=False)

    def _records(self, name: str) -> tuple[Any, ...] | None:
        found: tuple[Any, ...] | None = self.facts.values.get(name)
        return () if found is None and self.presumes(name) else found
