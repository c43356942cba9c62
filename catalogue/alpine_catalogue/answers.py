"""Proposals and verdicts as plain data, in the shapes that the contract lays down."""

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import date
from math import isinf
from typing import Any

from alpine_catalogue.directory.query import Hit, Page
from alpine_catalogue.eligibility.changes import Change, nearest_change
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.outcome import Reason as Why
from alpine_catalogue.matching.proposal import Member, Proposal, Reason, Team
from alpine_catalogue.model import Hub


def proposal(found: Proposal) -> dict[str, Any]:
    """Return `{"team", "uncovered", "alternatives", ...}`."""
    return {
        "team": team(found.team),
        "uncovered": list(found.uncovered),
        "alternatives": [team(other) for other in found.alternatives],
        "local": team(found.local) if found.local else None,
        "across": team(found.across) if found.across else None,
        "exact": found.team.exact,
    }


def team(found: Team) -> list[dict[str, Any]]:
    """Return one entry per hub of the team."""
    return [member(one) for one in found.members]


def member(one: Member) -> dict[str, Any]:
    """Return one hub of a team."""
    return {
        "id": one.hub.id,
        "name": one.hub.name,
        "website": one.hub.website,
        "covers": list(one.covers),
        "distance_km": one.distance_km,
        "languages": list(one.hub.languages),
        "reasons": [_reason(reason) for reason in one.reasons],
        "source": one.hub.source,
        "checked": one.hub.checked.isoformat(),
    }


def _reason(reason: Reason) -> str:
    return reason.key if reason.value is None else f"{reason.key}: {reason.value}"


def proposal_lines(found: Proposal) -> list[str]:
    """Return the proposal for a reader at a terminal."""
    lines = [
        f"{one.hub.name} ({one.hub.city}, {one.distance_km if one.distance_km is not None else '?'} km): "
        f"{', '.join(one.covers)}"
        for one in found.team.members
    ]
    return lines + ([f"Nobody covers: {', '.join(found.uncovered)}"] if found.uncovered else [])


def outcome(found: Outcome) -> dict[str, Any]:
    """Return one programme's verdict with reasons, facts missing and assumed, amount, and what would change it."""
    change = nearest_change(found)
    return {
        "programme": found.programme.id,
        "verdict": str(found.verdict),
        "reasons": [_why(reason) for reason in found.reasons],
        "missing": list(found.missing),
        "assumed": list(found.assumed),
        "amount": asdict(found.amount) if found.amount else None,
        "edition": found.edition.name if found.edition else None,
        "checked": found.programme.checked.isoformat(),
        "change": None if change is None else [_changed(one) for one in change],
        "successor": found.programme.successor,
    }


def _why(reason: Why) -> dict[str, Any]:
    return {
        "condition": reason.condition,
        "answer": str(reason.answer),
        "expected": reason.expected,
        "found": plain_value(reason.found),
        "source": reason.source,
    }


def _changed(change: Change) -> dict[str, Any]:
    return {"fact": change.fact, "to": plain_value(change.to), "condition": change.condition and change.condition.label}


def plain_value(value: Any) -> Any:
    """Return a fact's value as JSON can carry it: intervals with null for an open end, records as objects."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain_value(asdict(value))
    if isinstance(value, Mapping):
        return {name: plain_value(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain_value(one) for one in value]
    if isinstance(value, float):
        return None if isinf(value) else int(value) if value.is_integer() else value
    return value.isoformat() if isinstance(value, date) else value


def page(found: Page, hubs: Mapping[str, Hub]) -> dict[str, Any]:
    """Return `{"total", "not_understood", "hits"}` for one page of the directory."""
    return {
        "total": found.total,
        "not_understood": list(found.not_understood),
        "hits": [_hit(one, hubs[one.hub_id]) for one in found.hits],
    }


def _hit(one: Hit, hub: Hub) -> dict[str, Any]:
    return {
        "id": hub.id,
        "name": hub.name,
        "city": hub.city,
        "country": hub.country,
        "website": hub.website,
        "languages": list(hub.languages),
        "status": hub.status,
        "score": one.score,
        "distance_km": one.km,
        "matched": [asdict(told) for told in one.matched],
        "source": hub.source,
        "checked": hub.checked.isoformat(),
    }


def page_lines(found: Page, hubs: Mapping[str, Hub]) -> list[str]:
    """Return one page of the directory for a reader at a terminal."""
    lines = [f"{found.total} hubs"]
    if found.not_understood:
        lines.append(f"Nothing is known of: {', '.join(found.not_understood)}")
    for one in found.hits:
        hub, why = hubs[one.hub_id], ", ".join(f"{told.kind} {told.value}" for told in one.matched)
        where = hub.city if one.km is None else f"{hub.city}, {one.km} km"
        lines.append(f"{one.score:8.2f}  {hub.name} ({where})" + (f": {why}" if why else ""))
    return lines
