"""Proposals and verdicts as plain data, in the shapes that the contract lays down."""

from typing import Any

from alpine_catalogue.eligibility.verdict import Outcome
from alpine_catalogue.matching.proposal import Member, Proposal, Reason, Team


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
    """Return one programme's verdict with its reasons; an amount that was not worked out is null."""
    return {
        "programme": found.programme.id,
        "verdict": str(found.verdict),
        "reasons": [
            {
                "condition": reason.condition,
                "answer": str(reason.answer),
                "expected": reason.expected,
                "found": reason.found,
                "source": reason.source,
            }
            for reason in found.reasons
        ],
        "missing": list(found.missing),
        "amount": None,
        "edition": None,
        "checked": found.programme.checked.isoformat(),
    }
