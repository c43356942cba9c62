"""What a programme pays in an edition: its modules, joined, capped, less what earlier aid has used up."""

from dataclasses import dataclass

from alpine_catalogue.eligibility.answer import any_of
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.history import Awards
from alpine_catalogue.eligibility.support_module import Module
from alpine_catalogue.eligibility.values import ENDLESS, Interval


@dataclass(frozen=True)
class Amount:
    """What a firm would get, in the programme's currency, never converted. `high` None: no limit known."""

    low: float
    high: float
    currency: str


@dataclass(frozen=True)
class Support:
    """All modules of an edition. `together`: their sums add up; otherwise they are alternatives, one for a firm."""

    kind: str
    """grant, loan, tax_credit, in_kind, ... as the programme's instrument says."""
    modules: tuple[Module, ...]
    together: bool
    grant_at_most: float
    rooms: tuple[Awards, ...]
    """Sums that earlier aid already uses up."""
    with_other_aid: tuple[str, float] | None
    """Another aid for the same project, as a fact, and the share of the cost that both may pay together."""
    currency: str

    def amount(self, case: Case) -> Interval | None:
        """Return lowest and highest, or None where it cannot be told; used for de minimis as well."""
        found = self.before_rooms(case)
        if found is None:
            return None
        room = self._room(case.with_records_presumed())
        return (min(found[0], room[0]), min(found[1], room[1]))

    def before_rooms(self, case: Case) -> Interval | None:
        """Return the same, whatever earlier aid has used up."""
        case = case.with_records_presumed()
        found = [module.amount(case) for module in self.fitting(case)]
        told = [money for money in found if money is not None]
        if not told or len(told) < len(found):
            return None
        highs = [ENDLESS if high is None else high for _, high in told]
        low, high = self._joined([low for low, _ in told], highs, case)
        high = min(high, self.grant_at_most)
        return (min(low, high), high) if high < ENDLESS else None

    def amount_told(self, case: Case) -> Amount | None:
        """Return the same in words of the contract."""
        found = self.amount(case)
        if found is None:
            return None
        least = min((module.grant_at_least for module in self.fitting(case)), default=0.0)
        return Amount(round(max(found[0], min(least, found[1])), 2), round(found[1], 2), self.currency)

    def fitting(self, case: Case) -> list[Module]:
        """Return the modules that are, or may be, for this firm."""
        strict = case.with_records_presumed().strict()
        return [one for one in self.modules if one.when is None or one.when.holds(strict) is not False]

    def eligible_cost(self, case: Case) -> Interval:
        """Return the cost that counts: the widest range over the modules that may be for this firm."""
        costs = [module.cost.of(case) for module in self.fitting(case) if module.cost.base == "cost"]
        if not costs:
            return case.figure("cost")
        pick = sum if self.together and self._split(case) else max
        return (
            min(low for low, _ in costs) if pick is max else sum(low for low, _ in costs),
            pick(high for _, high in costs),
        )

    def big_enough(self, case: Case) -> bool | None:
        """Tell if what would come out reaches the smallest grant of a module that is for this firm."""
        strict = case.with_records_presumed()
        return any_of(_reaches(module, strict) for module in self.fitting(case))

    def _joined(self, lows: list[float], highs: list[float], case: Case) -> Interval:
        if self.together and self._split(case):
            return (sum(lows), sum(highs))
        if self.together:
            return (min(lows), min(sum(highs), self._whole_cost(case)))
        return (min(lows), max(highs))

    def _split(self, case: Case) -> bool:
        """Tell if the firm has said which cost belongs to which module."""
        return bool(case.costs) and all(line.module for line in case.costs or ())

    def _whole_cost(self, case: Case) -> float:
        """Not known which cost belongs to which module, no more comes out than if all belonged to the one paid best."""
        return max(module.uncapped(case) for module in self.fitting(case))

    def _room(self, case: Case) -> Interval:
        """Return what earlier and other aid surely leaves, and what it leaves at most."""
        left = [self._beside_other_aid(case), *(_left(room, case) for room in self.rooms)]
        return (max(0.0, min(low for low, _ in left)), max(0.0, min(high for _, high in left)))

    def _beside_other_aid(self, case: Case) -> Interval:
        if self.with_other_aid is None:
            return (ENDLESS, ENDLESS)
        fact, share = self.with_other_aid
        cost, other = case.figure("cost"), (0.0, 0.0) if case.presumes(fact) else case.figure(fact)
        return (share * cost[0] - other[1], share * cost[1] - other[0])


def _reaches(module: Module, case: Case) -> bool | None:
    amount = module.amount(case)
    if amount is None:
        return None
    low, high = amount
    if low >= module.grant_at_least:
        return True
    return False if high is not None and high < module.grant_at_least else None


def _left(room: Awards, case: Case) -> Interval:
    used = room.used(case)
    if room.sum_at_most is None or used is None:
        return (ENDLESS, ENDLESS)
    return (room.sum_at_most - used[1], room.sum_at_most - used[0])
