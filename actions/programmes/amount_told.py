"""Says how much a programme pays: money as money, loans as loans, services by their worth, unknown as unknown."""

from collections.abc import Mapping
from typing import Any

from actions.programmes.voice import Voice
from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.rules import Edition
from alpine_catalogue.eligibility.support import Amount
from alpine_catalogue.eligibility.values import exactly

_SAMPLE = 50_000.0
_SERVICE = "in_kind"


def amount_told(voice: Voice, outcome: Outcome) -> str:
    """Return what this firm would get, or that no source tells it."""
    edition, amount = outcome.edition, usual_amount(outcome)
    if edition is None or amount is None:
        return voice.say(_without_a_sum(outcome))
    if amount.high == 0:
        return voice.say("amount_none")
    told = voice.say(f"amount_{edition.support.kind}", amount=span_told(voice, amount))
    return voice.say("amount_uncertain", amount=told) if _from_memory(outcome, edition) else told


def usual_amount(outcome: Outcome) -> Amount | None:
    """Return what the firm would get; of a programme that does not fit, what it would be if it did.

    What a service is worth has nothing to do with what the firm's own project costs.
    """
    if outcome.edition and outcome.edition.support.kind == _SERVICE:
        return outcome.edition.support.amount_told(outcome.case.without("cost").without("costs"))
    if outcome.edition and outcome.verdict is Verdict.NOT_ELIGIBLE:
        return outcome.edition.support.amount_told(outcome.case)
    return outcome.amount


def span_told(voice: Voice, amount: Amount) -> str:
    """Return `up to EUR 7,500`, `EUR 2,000 to 7,500` or `EUR 5,000`."""
    low, high = (voice.names.money(round(end), amount.currency) for end in (amount.low, amount.high))
    if amount.low == amount.high:
        return high
    return voice.say("amount_range", low=low, high=high) if amount.low else voice.say("amount_up_to", high=high)


def _without_a_sum(outcome: Outcome) -> str:
    edition = outcome.edition
    if edition and edition.support.kind == _SERVICE:
        return "amount_service"
    return "amount_by_cost" if edition and _hangs_on_cost(outcome, edition) else "amount_not_told"


def _hangs_on_cost(outcome: Outcome, edition: Edition) -> bool:
    """Whether a sum comes out as soon as the cost, or the loan, is known."""
    tried = outcome.case.knowing(
        {name: exactly(_SAMPLE) for name in ("cost", "loan") if outcome.case.told(name) is None}
    )
    return edition.support.amount(tried) is not None


def _from_memory(outcome: Outcome, edition: Edition) -> bool:
    """Whether no source confirms the figures of this edition."""
    rules: Mapping[str, Any] = outcome.programme.rules
    body = next(one for one in rules["editions"] if one["name"] == edition.name)
    support: Mapping[str, Any] = body.get("support") or rules.get("support") or {"modules": ()}
    return any(module.get("from_memory") for module in support["modules"])
