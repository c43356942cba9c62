"""What the slot `result` says was told last: a team or a page of the directory, and the hub that "it" means. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actions.result import hub_result
from alpine_catalogue.matching.proposal import Member

EMPTY: Mapping[str, Any] = {"hubs": [], "uncovered": [], "programmes": []}


def told_ids(result: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of the hubs told last, in the order of their numbers."""
    return tuple(result.get("listed") or (hub["id"] for hub in result.get("hubs", ())))


def seen_ids(result: Mapping[str, Any]) -> frozenset[str]:
    """Return the ids of all hubs that were proposed since the facts or limits last changed."""
    return frozenset(result.get("seen") or (hub["id"] for hub in result.get("hubs", ())))


def with_team(result: Mapping[str, Any], told: Iterable[Member], uncovered: Sequence[str]) -> dict[str, Any]:
    """Return the result with another team; programmes stay, what was listed or talked about before is forgotten."""
    hubs = [hub_result(member) for member in told]
    return {"hubs": hubs, "uncovered": list(uncovered), "programmes": result.get("programmes", [])}


def with_seen(result: Mapping[str, Any], before: Iterable[str]) -> dict[str, Any]:
    """Return the result with the hubs that had been proposed before its own ones."""
    return {**result, "seen": sorted({*before, *(hub["id"] for hub in result["hubs"])})}


def with_listing(result: Mapping[str, Any], ids: Sequence[str], listing: Mapping[str, Any]) -> dict[str, Any]:
    """Return the result with a page of the directory beside it; `listing` says how to turn to the next page."""
    return {**EMPTY, **result, "listed": list(ids), "listing": dict(listing), "last": None}


def with_last(result: Mapping[str, Any], id: str) -> dict[str, Any]:
    """Return the result with the hub that "it" means from now on."""
    return {**result, "last": id}
