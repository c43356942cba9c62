"""What the assistant has proposed: hubs, programmes, and the needs that nobody covers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from console.reader import Reader, key_of

# What speaks against a hub, or is not certain about it; an adviser has to see it without asking.
RESERVATIONS = frozenset({"other_language", "status_unverified", "languages_unverified", "technologies_unverified"})


@dataclass(frozen=True)
class Hub:
    """One proposed hub, in words."""

    name: str
    link: str | None
    covers: list[str]
    distance_km: int | None
    languages: list[str]
    reasons: list[str]
    reservations: list[str]


@dataclass(frozen=True)
class Programme:
    """One proposed programme; `verdict` is the code, `verdict_words` what it means."""

    name: str
    link: str | None
    verdict: str
    verdict_words: str
    checked: str


def hubs_of(result: Mapping[str, Any], reader: Reader) -> list[Hub]:
    """Return the proposed hubs in the assistant's order."""
    return [_hub(hub, reader) for hub in result.get("hubs") or []]


def programmes_of(result: Mapping[str, Any], reader: Reader) -> list[Programme]:
    """Return the proposed programmes in the assistant's order."""
    return [_programme(programme, reader) for programme in result.get("programmes") or []]


def uncovered_of(result: Mapping[str, Any], reader: Reader) -> list[str]:
    """Return the needs that no proposed hub covers."""
    return reader.name_all(result.get("uncovered") or [])


def web_link(address: Any) -> str | None:
    """Return the address if a browser may follow it; a `javascript:` address is none."""
    if not isinstance(address, str):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.netloc else None


def _hub(hub: Mapping[str, Any], reader: Reader) -> Hub:
    distance, told = hub.get("distance_km"), [str(code) for code in hub.get("reasons") or []]
    return Hub(
        name=str(hub.get("name") or hub.get("id") or "?"),
        link=web_link(hub.get("website")),
        covers=reader.name_all(hub.get("covers") or []),
        distance_km=None if distance is None else round(distance),
        languages=[reader.language_name(code) for code in hub.get("languages") or []],
        reasons=[reader.reason(code) for code in told if key_of(code) not in RESERVATIONS],
        reservations=[reader.reason(code) for code in told if key_of(code) in RESERVATIONS],
    )


def _programme(programme: Mapping[str, Any], reader: Reader) -> Programme:
    verdict = str(programme.get("verdict") or "unknown")
    return Programme(
        name=str(programme.get("name") or programme.get("id") or "?"),
        link=web_link(programme.get("url")) or web_link(programme.get("source")),
        verdict=verdict,
        verdict_words=reader.say_or(f"verdict_{verdict}", verdict),
        checked=reader.day(str(programme.get("checked") or "")),
    )
