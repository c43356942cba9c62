"""Which part of the project's cost is paid for: lines of a module, invoices in time, types within their share."""

from dataclasses import dataclass

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.records import Cost
from alpine_catalogue.eligibility.values import ENDLESS, Interval, exactly


@dataclass(frozen=True)
class Clip:
    """Cost of some types counts only up to a share of the eligible total; what is above drops out."""

    of: tuple[str, ...]
    share: float


@dataclass(frozen=True)
class EligibleCost:
    """What the rate is a share of."""

    module: str | None = None
    """Lines that name another module are not counted."""
    base: str = "cost"
    """The fact: cost, or loan."""
    since: float = -ENDLESS
    """Invoices of earlier days are not counted."""
    clips: tuple[Clip, ...] = ()

    def of(self, case: Case) -> Interval:
        """Return the sum that counts; of a cost told in one figure, all of it."""
        if case.costs is None or self.base != "cost":
            return case.figure(self.base)
        lines = [line for line in case.costs if self._counts(line)]
        whole = sum(line.amount for line in lines)
        for clip in self.clips:
            limited = sum(line.amount for line in lines if line.type in clip.of)
            whole -= max(0.0, limited - (whole - limited) * clip.share / (1 - clip.share))
        return exactly(whole)

    def _counts(self, line: Cost) -> bool:
        in_time = line.day is None or line.day[0] >= self.since
        return in_time and (line.module is None or self.module is None or line.module == self.module)
