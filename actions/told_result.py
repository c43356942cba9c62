"""What the slot `result` says was told last: a team or a page of the directory, programmes, what "it" means. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actions.programmes.topic import PROGRAMMES
from actions.result import hub_result, programme_result
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.matching.proposal import Member

EMPTY: Mapping[str, Any] = {"hubs": [], "uncovered": [], "programmes": []}
_ABOUT_PROGRAMMES = ("programmes", "last_programme", "asked_for")


def told_ids(result: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of the hubs told last, in the order of their numbers."""
    return tuple(result.get("listed") or (hub["id"] for hub in result.get("hubs", ())))


def seen_ids(result: Mapping[str, Any]) -> frozenset[str]:
    """Return the ids of all hubs that were proposed since the facts or limits last changed."""
    return frozenset(result.get("seen") or (hub["id"] for hub in result.get("hubs", ())))


def told_programmes(result: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of the programmes told, in the order of their numbers."""
    return tuple(programme["id"] for programme in result.get("programmes", ()))


def with_team(result: Mapping[str, Any], told: Iterable[Member], uncovered: Sequence[str]) -> dict[str, Any]:
    """Return the result with another team; programmes stay, hubs that were listed or talked about are forgotten."""
    kept = {name: result[name] for name in _ABOUT_PROGRAMMES if name in result}
    return {"hubs": [hub_result(member) for member in told], "uncovered": list(uncovered), "programmes": [], **kept}


def with_seen(result: Mapping[str, Any], before: Iterable[str]) -> dict[str, Any]:
    """Return the result with the hubs that had been proposed before its own ones."""
    return {**result, "seen": sorted({*before, *(hub["id"] for hub in result["hubs"])})}


def with_listing(result: Mapping[str, Any], ids: Sequence[str], listing: Mapping[str, Any]) -> dict[str, Any]:
    """Return the result with a page of the directory beside it; `listing` says how to turn to the next page."""
    return {**EMPTY, **result, "listed": list(ids), "listing": dict(listing), "last": None, "topic": None}


def with_verdicts(result: Mapping[str, Any], outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """Return the result with new verdicts on the programmes told; their order and numbers stay."""
    new = {outcome.programme.id: programme_result(outcome) for outcome in outcomes}
    programmes = [new.get(programme["id"], programme) for programme in result.get("programmes", ())]
    return {**about_programmes(result), "programmes": programmes}


def about_programmes(result: Mapping[str, Any], last: str | None = None) -> dict[str, Any]:
    """Return the result after talk of programmes; `last` is the one that "it" means from now on."""
    now = {"last_programme": last} if last else {}
    return {**EMPTY, **result, **now, "topic": PROGRAMMES}


def with_last(result: Mapping[str, Any], id: str) -> dict[str, Any]:
    """Return the result with the hub that "it" means from now on."""
    return {**result, "last": id, "topic": None}
