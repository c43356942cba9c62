"""The limits a firm has set, as they are kept in the slot `limits`. Pure."""

from collections.abc import Mapping
from typing import Any

from alpine_catalogue.matching.search import Limits


def limits_from(slot: Mapping[str, Any] | None) -> Limits:
    """Read the slot; an empty one sets no limits."""
    kept = slot or {}
    return Limits(
        without=frozenset(kept.get("without") or ()),
        only_language=kept.get("only_language"),
        only_country=kept.get("only_country"),
        nearer_than_km=kept.get("nearer_than_km"),
    )


def as_slot(limits: Limits) -> dict[str, Any] | None:
    """Return the limits as plain data; None where there are none."""
    kept = {
        "without": sorted(limits.without),
        "only_language": limits.only_language,
        "only_country": limits.only_country,
        "nearer_than_km": limits.nearer_than_km,
    }
    return {name: value for name, value in kept.items() if value} or None
