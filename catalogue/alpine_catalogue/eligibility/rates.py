"""The rate that a firm has by its EU size class, as far as its size is known."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.counting import counted
from alpine_catalogue.eligibility.law import SizeClass
from alpine_catalogue.eligibility.values import COMPARISONS, exactly

LARGE = "large"


@dataclass(frozen=True)
class Rates:
    """Shares of the cost by EU size class of the firm; one rate for all under every class."""

    by_class: dict[str, float | None] = field(hash=False)
    counted: str
    classes: tuple[SizeClass, ...]

    def possible(self, case: Case) -> list[float | None]:
        """Return the rates that the firm may have, as far as its size is known; None: a rate that no source tells."""
        if len(set(self.by_class.values())) == 1:
            return [next(iter(self.by_class.values()))]
        return [self.by_class.get(name) for name in self._classes_possible(case)]

    def _classes_possible(self, case: Case) -> Iterator[str]:
        for one in self.classes:
            answer = self._at_most(one, case)
            if answer is not False:
                yield one.name
            if answer:
                return
        yield LARGE

    def _at_most(self, one: SizeClass, case: Case) -> bool | None:
        people = COMPARISONS["below"](counted(case, "employees", self.counted), exactly(one.employees))
        sums = [
            COMPARISONS["at_most"](counted(case, name, self.counted), exactly(getattr(one, name)))
            for name in ("turnover", "balance")
        ]
        money = True if True in sums else None if None in sums else False
        return False if people is False or money is False else None if people is None or money is None else True
