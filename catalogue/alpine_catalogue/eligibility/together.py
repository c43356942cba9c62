"""Which programmes go together for one project, and the best combination by money.

Two programmes exclude each other when one of their texts says so; where a text says nothing, we do not know. The best
combination is the one with the most money among those that surely go together, under the cost of the project, the de
minimis ceiling of the day and the caps that programmes share. Loans and services are named beside it, never added up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from alpine_catalogue.eligibility.answer import Answer
from alpine_catalogue.eligibility.conditions.de_minimis import received_before
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.values import ENDLESS

_TAX = ("tax_credit", "deduction")
_NOT_MONEY = ("loan", "interest", "in_kind")
_THIS = "this"
_MOST = 14
"""Programmes that are combined, the largest sums first: every set of them is looked at."""


@dataclass(frozen=True)
class Pair:
    """Whether two programmes can pay for one project. `because` is a word that the wording explains."""

    one: str
    other: str
    answer: Answer
    because: str
    source: str


@dataclass(frozen=True)
class Combination:
    """Programmes that together pay from `low` to `high`, and what holds the sum down (words as for pairs)."""

    programmes: tuple[str, ...]
    low: float
    high: float
    currency: str
    limited_by: tuple[str, ...]


@dataclass(frozen=True)
class Together:
    """All pairs, and the best combination; None where no sum is known."""

    pairs: tuple[Pair, ...]
    best: Combination | None


def together(outcomes: Sequence[Outcome]) -> Together:
    """Compare programmes that fit one project of one firm."""
    pairs = tuple(_pair(one, other) for one, other in combinations(outcomes, 2))
    sure = {frozenset((pair.one, pair.other)) for pair in pairs if pair.answer is Answer.HOLDS}
    paying = sorted((one for one in outcomes if _money(one)), key=lambda one: (-_high(one), one.programme.id))[:_MOST]
    found = [_combined(chosen) for chosen in _compatible(paying, sure)]
    best = max(found, key=lambda one: (one.high, one.low, -len(one.programmes)), default=None)
    return Together(pairs, best)


def _compatible(paying: Sequence[Outcome], sure: set[frozenset[str]]) -> Iterator[tuple[Outcome, ...]]:
    """Yield every set of programmes of one currency in which each pair surely goes together."""
    chosen: list[tuple[Outcome, ...]] = [()]
    for one in paying:
        grown = [(*others, one) for others in chosen if all(_fits(one, other, sure) for other in others)]
        chosen += grown
        yield from grown


def _fits(one: Outcome, other: Outcome, sure: set[frozenset[str]]) -> bool:
    same_currency = _currency(one) == _currency(other)
    return same_currency and frozenset((one.programme.id, other.programme.id)) in sure


def _pair(one: Outcome, other: Outcome) -> Pair:
    ids = (one.programme.id, other.programme.id)
    for here, there in ((one, other), (other, one)):
        for told in _rule(here).get("not_with", ()):
            if told["programme"] == there.programme.id:
                return Pair(*ids, Answer.FAILS, told["because"], here.programme.source_called(told["source"]))
    if _is_service(one) is not _is_service(other):
        return Pair(*ids, Answer.HOLDS, "service", one.programme.source)
    rules = [(_rule(here)["same_cost"], here, there) for here, there in ((one, other), (other, one))]
    for rule, here, there in rules:
        if rule == "excluded" or (rule == "fiscal_only" and not _is_tax(there)):
            return Pair(*ids, Answer.FAILS, rule, here.programme.source)
    for rule, here, _ in rules:
        if rule == "unknown":
            return Pair(*ids, Answer.UNKNOWN, "not_told", here.programme.source)
    return Pair(*ids, Answer.HOLDS, "allowed", one.programme.source)


def _combined(chosen: Sequence[Outcome]) -> Combination:
    """Pay one after the other as much as its limits leave; no order pays more where limits lie within each other."""
    limits = list(_limits(chosen))
    left, high = [limit.most for limit in limits], 0.0
    for one in chosen:
        places = [place for place, limit in enumerate(limits) if one in limit.among]
        paid = min([_high(one), *(left[place] for place in places)])
        high += paid
        for place in places:
            left[place] -= paid
    lows = sum(one.amount.low for one in chosen if one.amount)
    binding = dict.fromkeys(limit.name for limit in limits if limit.most < sum(_high(one) for one in limit.among))
    ids = tuple(one.programme.id for one in chosen)
    return Combination(ids, min(lows, high), high, _currency(chosen[0]), tuple(binding))


@dataclass(frozen=True)
class _Limit:
    """What some programmes may pay together at most."""

    name: str
    among: Sequence[Outcome]
    most: float


def _limits(chosen: Sequence[Outcome]) -> Iterator[_Limit]:
    cost = chosen[0].case.figure("cost")[1]
    yield _Limit("cost", chosen, cost)
    small_aid = [one for one in chosen if one.programme.rules["state_aid"] == "de_minimis"]
    yield _Limit("de_minimis", small_aid, _room(chosen[0]))
    for one in chosen:
        for cap in _rule(one).get("caps", ()):
            ids = {one.programme.id if name == _THIS else name for name in cap["programmes"]}
            yield _Limit("shared_cap", [other for other in chosen if other.programme.id in ids], _cap(cap, cost))


def _cap(cap: Mapping[str, Any], cost: float) -> float:
    share = cap.get("share_of_cost_at_most")
    return min(float(cap.get("sum_at_most", ENDLESS)), ENDLESS if share is None else float(share) * cost)


def _room(outcome: Outcome) -> float:
    rule, received = outcome.case.law.de_minimis_on(outcome.on), received_before(outcome.case)
    return ENDLESS if rule is None or received is None else max(0.0, rule.ceiling - received[1])


def _rule(outcome: Outcome) -> Mapping[str, Any]:
    found: Mapping[str, Any] = outcome.programme.rules["together"]
    return found


def _is_tax(outcome: Outcome) -> bool:
    return outcome.edition is not None and outcome.edition.support.kind in _TAX


def _is_service(outcome: Outcome) -> bool:
    """Tell if the firm gets help and no money: what is free leaves no cost that another programme could pay twice."""
    return outcome.edition is not None and outcome.edition.support.kind == "in_kind"


def _money(outcome: Outcome) -> bool:
    return outcome.amount is not None and outcome.edition is not None and outcome.edition.support.kind not in _NOT_MONEY


def _high(outcome: Outcome) -> float:
    return outcome.amount.high if outcome.amount else 0.0


def _currency(outcome: Outcome) -> str:
    return outcome.amount.currency if outcome.amount else ""
