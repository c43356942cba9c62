"""One thing that a programme pays for: rate, brackets, bonuses and limits, worked out as a range."""

from dataclasses import dataclass

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.base import Test
from alpine_catalogue.eligibility.eligible_cost import EligibleCost
from alpine_catalogue.eligibility.rates import Rates
from alpine_catalogue.eligibility.values import ENDLESS, Interval


@dataclass(frozen=True)
class Bonus:
    """Points on the rate, or a flat sum, where a test holds; perhaps, where it is not known."""

    test: Test
    points: float = 0.0
    amount: float = 0.0


@dataclass(frozen=True)
class Bracket:
    """The part of the cost up to a limit (None: without one), with the rate for that part."""

    up_to: float
    rate: float | None


Money = tuple[float, float | None]
"""From low to high; None: no limit that any source tells."""


@dataclass(frozen=True)
class Module:
    """One thing that is paid for, with its own rate and limits. `when` says for whom this row is meant."""

    id: str
    when: Test | None
    rates: Rates | None
    brackets: tuple[Bracket, ...]
    bonuses: tuple[Bonus, ...]
    points_at_most: float
    rate_at_most: float
    cost: EligibleCost
    """What the rate is a share of."""
    cost_at_least: float
    """Smallest cost that is paid for; with an unknown cost, the least that may come out."""
    basis_at_most: float
    """Cost above it is not counted."""
    per_head: tuple[float, float] | None
    """A cap for each person trained, and how many persons at most."""
    grant_at_least: float
    grant_at_most: float
    cap_known: bool
    """False where the programme has a cap that no source tells."""
    factor: float
    """Turns a share into money's worth: a tax rate, or the interest of a loan."""
    lump_sum: float | None

    def amount(self, case: Case) -> Money | None:
        """Return what comes out, or None where no source tells the rate."""
        if self.lump_sum is not None:
            return (self.lump_sum, self.lump_sum)
        ends = [
            self._amount_at(end, case, generous) for end, generous in zip(self._basis(case), (False, True), strict=True)
        ]
        low, high = ends[0] or 0.0, self.grant_at_most if ends[1] is None else ends[1]
        if ends[0] is None and high == ENDLESS:
            return None
        return (low if self.cap_known else 0.0, None if high == ENDLESS else high)

    def uncapped(self, case: Case) -> float:
        """Return the most that could come out for the whole cost, whatever the caps."""
        high = self.cost.of(case)[1]
        share = None if self.brackets or high == ENDLESS else self._share(high, case, True)
        return ENDLESS if share is None else share * self.factor + self._flat(case, True)

    def _basis(self, case: Case) -> Interval:
        low, high = self.cost.of(case)
        return (max(low, min(self.cost_at_least, high)), high)

    def _amount_at(self, cost: float, case: Case, generous: bool) -> float | None:
        basis = min(cost, self.basis_at_most)
        share = self._bracketed(basis) if self.brackets else self._share(basis, case, generous)
        if share is None:
            return None
        capped = min(share * self.factor, self._heads(case, generous), self.grant_at_most)
        return max(capped + self._flat(case, generous), 0.0)

    def _share(self, basis: float, case: Case, generous: bool) -> float | None:
        rates = self.rates.possible(case) if self.rates else [None]
        if any(rate is None for rate in rates):
            return None
        points = sum(bonus.points for bonus in self.bonuses if self._counts(bonus, case, generous))
        pick = max if generous else min
        rate = min(pick(float(rate or 0) for rate in rates) + min(points, self.points_at_most), self.rate_at_most)
        return rate * basis if rate else 0.0

    def _bracketed(self, basis: float) -> float | None:
        total, before = 0.0, 0.0
        for bracket in self.brackets:
            part = max(0.0, min(basis, bracket.up_to) - before)
            if part and bracket.rate is None:
                return None
            total, before = total + part * (bracket.rate or 0.0), bracket.up_to
        return total

    def _heads(self, case: Case, generous: bool) -> float:
        if self.per_head is None:
            return ENDLESS
        people = case.figure("people_trained")[1 if generous else 0]
        return self.per_head[0] * min(people, self.per_head[1])

    def _flat(self, case: Case, generous: bool) -> float:
        return sum(bonus.amount for bonus in self.bonuses if self._counts(bonus, case, generous))

    @staticmethod
    def _counts(bonus: Bonus, case: Case, generous: bool) -> bool:
        answer = bonus.test.holds(case.strict())
        return bool(answer) or (answer is None and generous)
