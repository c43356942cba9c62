"""Whether what was read in a message is right, fact by fact; None where the message tells nothing of the kind."""

from collections.abc import Callable
from typing import Any

Told = dict[str, Any]
"""A held-out message with what is right, as in tests/understanding."""
Read = dict[str, Any]
"""What a pipeline read: `intent` (a name) and `entities`."""

_FEW_WORDS = 4


def act(told: Told, read: Read) -> bool | None:
    """Exactly this act."""
    return bool(read["intent"] == told["act"])


def region(told: Told, read: Read) -> bool | None:
    """The region, or all its candidates asked back, or known as outside."""
    if "ask_back" in told:
        candidates = {place["region"] for found in values(read, "place_candidates") for place in found}
        return set(told["ask_back"]) <= candidates
    if told.get("outside"):
        return bool(values(read, "place_outside"))
    if "region" not in told:
        return None
    return any(place["region"] == told["region"] for place in values(read, "place"))


def sector(told: Told, read: Read) -> bool | None:
    """At least one of the defensible divisions."""
    return bool(set(values(read, "sector")) & set(told["sectors"])) if told.get("sectors") else None


def sector_strictly(told: Told, read: Read) -> bool | None:
    """Some division, and none that is not defensible."""
    if not told.get("sectors"):
        return None
    found = set(values(read, "sector"))
    return bool(found) and found <= set(told["sectors"])


def size(told: Told, read: Read) -> bool | None:
    """The same number; where one of the two is an interval, they overlap."""
    if "employees" not in told:
        return None
    low, high = _interval(told["employees"])
    return any(found[0] <= high and low <= found[1] for found in map(_interval, values(read, "employees")))


def language(told: Told, read: Read) -> bool | None:
    """The language, whether it is clear enough to switch or not."""
    return told["language"] in (*values(read, "language"), *values(read, "language_guess"))


def language_of_four_words(told: Told, read: Read) -> bool | None:
    """The same, only for messages of four words or more."""
    return language(told, read) if len(told["text"].split()) >= _FEW_WORDS else None


def needs(read: Read) -> set[str]:
    """The pain points read; those that the firm says it does not have are none."""
    found = [entity for entity in read["entities"] if entity["entity"] == "pain_point"]
    return {entity["value"] for entity in found if entity.get("role") != "not_needed"}


def values(read: Read, name: str) -> list[Any]:
    """Return the values of all entities of this name."""
    return [entity["value"] for entity in read["entities"] if entity["entity"] == name]


def _interval(value: Any) -> tuple[float, float]:
    low, high = value if isinstance(value, list | tuple) else (value, value)
    return float(low or 0), float("inf") if high is None else float(high)


RIGHT: dict[str, Callable[[Told, Read], bool | None]] = {
    "act_accuracy": act,
    "region": region,
    "sector": sector,
    "sector_strictly": sector_strictly,
    "size": size,
    "language": language,
    "language_four_words": language_of_four_words,
}
"""Shares of messages that are right, in per cent; each counts only the messages that tell something of its kind."""
