"""Turns the bodies of catalogue files into records. The files were checked by then: nothing is doubted here."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from alpine_catalogue.examples.model import Event, Practice
from alpine_catalogue.model import Criterion, Hub, PainPoint, Programme, Sector, Technology

Body = Mapping[str, Any]


def hub(body: Body) -> Hub:
    """Build a hub from its file's body."""
    lists = ("serves", "languages", "sectors", "services", "infrastructure", "sources", "from_memory")
    same = ("id", "name", "kind", "country", "city", "lat", "lon", "website", "technologies", "status", "status_year")
    fields: dict[str, Any] = {key: body[key] for key in same} | {key: tuple(body[key]) for key in lists}
    return Hub(
        **fields,
        checked=date.fromisoformat(body["checked"]),
        label=body.get("label"),
        full_name=body.get("full_name"),
    )


def programme(body: Body) -> Programme:
    """Build a programme from its file's body."""
    same = ("id", "name", "language", "country", "authority", "instrument", "pays_for", "url")
    return Programme(
        **{key: body[key] for key in same},
        needs=tuple(body["needs"]),
        sources=dict(body["sources"]),
        checked=date.fromisoformat(body["checked"]),
        rules=body,
        caution=body.get("caution"),
        who_to_ask=body.get("who_to_ask"),
        successor=body.get("successor"),
    )


def sector(body: Body) -> Sector:
    """Build a NACE division from its file's body."""
    words = {language: tuple(found) for language, found in body["words"].items()}
    return Sector(body["code"], body["names"], words)


def pain_point(body: Body) -> PainPoint:
    """Build a pain point from its file's body."""
    return PainPoint(
        id=body["id"],
        names=body["names"],
        sentences=body["sentences"],
        technologies=_criteria(body["helped_by"]["technologies"]),
        services=_criteria(body["helped_by"]["services"]),
        needs=tuple(body["needs"]),
    )


def _criteria(body: Body) -> dict[str, Criterion]:
    return {key: Criterion(item["weight"], item["because"]) for key, item in body.items()}


def technology(body: Body) -> Technology:
    """Build a technology from its file's body."""
    return Technology(body["id"], body["names"], tuple(body["also_called"]))


def practice(body: Body) -> Practice:
    """Build a good practice from its file's body."""
    same = ("id", "title", "firm", "country", "region", "hub", "helped_by", "year", "source", "confidence")
    return Practice(
        **{key: body[key] for key in same},
        sectors=tuple(body["sectors"]),
        pain_points=tuple(body["pain_points"]),
        technologies=tuple(body["technologies"]),
        checked=date.fromisoformat(body["checked"]),
    )


def event(body: Body) -> Event:
    """Build an event from its file's body."""
    same = ("id", "title", "city", "country", "region", "online", "organiser", "hub", "url", "source", "confidence")
    days = {key: date.fromisoformat(body[key]) for key in ("starts", "ends", "checked")}
    lists = {key: tuple(body[key]) for key in ("languages", "pain_points", "technologies")}
    fields: dict[str, Any] = {key: body[key] for key in same} | days | lists
    return Event(**fields)
