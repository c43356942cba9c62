"""The result as plain data: kept in a slot, shown to the adviser after a handoff."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.matching.proposal import Member, Proposal


def result_of(told: Sequence[Member], proposal: Proposal, outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """Return the hubs told, what nobody covers, and programmes, with ids and the figures behind them."""
    return {
        "hubs": [hub_result(member) for member in told],
        "uncovered": list(proposal.uncovered),
        "programmes": [programme_result(outcome) for outcome in outcomes],
    }


def hub_result(member: Member) -> dict[str, Any]:
    """Return one hub as the contract's `match --json` lists it, with its address."""
    hub = member.hub
    return {
        "id": hub.id,
        "name": hub.name,
        "website": hub.website,
        "covers": list(member.covers),
        "distance_km": member.distance_km,
        "languages": list(hub.languages),
        "reasons": [f"{reason.key}:{reason.value}" if reason.value else reason.key for reason in member.reasons],
    }


def programme_result(outcome: Outcome) -> dict[str, Any]:
    """Return one programme with our verdict, the facts that are missing for it, and the money."""
    programme = outcome.programme
    return {
        "id": programme.id,
        "name": programme.name,
        "verdict": str(outcome.verdict),
        "missing": list(outcome.missing),
        "amount": asdict(outcome.amount) if outcome.amount else None,
        "url": programme.url,
        "source": programme.source,
        "checked": programme.checked.isoformat(),
    }
