"""Reads what a programme pays as its file writes it."""

from collections.abc import Mapping
from typing import Any

from alpine_catalogue.eligibility.eligible_cost import Clip, EligibleCost
from alpine_catalogue.eligibility.grammar import Grammar, types_of
from alpine_catalogue.eligibility.rates import Rates
from alpine_catalogue.eligibility.support import Support
from alpine_catalogue.eligibility.support_module import Bonus, Bracket, Module
from alpine_catalogue.eligibility.values import ENDLESS, day_interval

Told = Mapping[str, Any]
_CLASSES = ("micro", "small", "medium", "large")


def support_from(told: Told, currency: str, grammar: Grammar) -> Support:
    """Return the support of an edition."""
    other = told.get("with_other_aid")
    return Support(
        kind=told["kind"],
        modules=tuple(_module(number, body, grammar) for number, body in enumerate(told["modules"])),
        together=told.get("together", False),
        grant_at_most=_limit(told, "grant_at_most"),
        rooms=tuple(grammar.awards(body) for body in told.get("rooms", ())),
        with_other_aid=(other["fact"], other["share_of_cost_at_most"]) if other else None,
        currency=currency,
    )


def _module(number: int, told: Told, grammar: Grammar) -> Module:
    when = told.get("when")
    heads = told.get("per_head")
    return Module(
        id=told.get("id", str(number)),
        when=grammar.test(when) if when else None,
        rates=_rates(told, grammar),
        brackets=tuple(Bracket(_limit(one, "up_to"), one["rate"]) for one in told.get("brackets", ())),
        bonuses=tuple(_bonus(one, grammar) for one in told.get("bonuses", ())),
        points_at_most=_limit(told, "points_at_most"),
        rate_at_most=_limit(told, "rate_at_most"),
        cost=_cost(told),
        cost_at_least=told.get("cost_at_least", 0.0),
        basis_at_most=_limit(told, "basis_at_most"),
        per_head=(heads["at_most"], heads.get("people_at_most") or ENDLESS) if heads else None,
        grant_at_least=told.get("grant_at_least", 0.0),
        grant_at_most=_limit(told, "grant_at_most"),
        cap_known=told.get("grant_at_most", 0) is not None,
        factor=_factor(told),
        lump_sum=told.get("lump_sum"),
    )


def _cost(told: Told) -> EligibleCost:
    return EligibleCost(
        module=told.get("id"),
        base=told.get("share_of", "cost"),
        since=day_interval(told["cost_since"])[0] if told.get("cost_since") else -ENDLESS,
        clips=tuple(Clip(types_of(one["of"]), one["share"]) for one in told.get("clips", ())),
    )


def _rates(told: Told, grammar: Grammar) -> Rates | None:
    by_class = told.get("rates") or dict.fromkeys(_CLASSES, told.get("rate"))
    if all(rate is None for rate in by_class.values()):
        return None
    return Rates(dict(by_class), told.get("counted", "eu"), grammar.law.classes)


def _bonus(told: Told, grammar: Grammar) -> Bonus:
    return Bonus(grammar.test(told["when"]), told.get("points", 0.0), told.get("amount", 0.0))


def _limit(told: Told, name: str) -> float:
    found = told.get(name)
    return ENDLESS if found is None else float(found)


def _factor(told: Told) -> float:
    """A tax rate on a deduction, or the interest that a public body pays on a loan repaid in equal instalments."""
    if interest := told.get("interest"):
        return _interest(interest["rate"], interest["years"], interest["payments_a_year"])
    return float(told.get("tax_rate", 1.0))


def _interest(rate: float, years: int, payments: int) -> float:
    """Return all interest as a share of a loan repaid in equal instalments, each at the period's part of the rate."""
    period, count = rate / payments, years * payments
    instalment = period / (1 - (1 + period) ** -count)
    return instalment * count - 1
