"""Tests of who owns the firm."""

from collections.abc import Iterator
from dataclasses import dataclass

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.records import Owner
from alpine_catalogue.eligibility.values import COMPARISONS, exactly

_STEP = 0.001


@dataclass(frozen=True)
class Owners:
    """`owners: {kind: public, together: {below: 0.25}}`; `each` looks at every holder of that kind alone."""

    kind: str
    together: bool
    comparison: str
    limit: float
    reads: tuple[str, ...] = ("owners",)

    def holds(self, case: Case) -> bool | None:
        """Compare the share held; no holder of that kind holds nothing."""
        owners = case.owners
        if owners is None:
            return None
        shares = [owner.share for owner in owners if owner.kind == self.kind]
        share = sum(shares) if self.together else max(shares, default=0.0)
        return COMPARISONS[self.comparison](exactly(share), exactly(self.limit))

    def witnesses(self, name: str, case: Case) -> Iterator[tuple[Owner, ...]]:
        """Nobody, and one holder around the limit."""
        yield ()
        for share in (self.limit - _STEP, self.limit, self.limit + _STEP):
            if 0 <= share <= 1:
                yield (Owner(self.kind, share),)
