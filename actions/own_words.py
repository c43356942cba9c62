"""Keeps the firm's own words for each fact, so that we can say why we think so and an adviser can check it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.profile import Heard, Profile

LONGEST = 200
"""Characters kept of one fact's words; a whole message may stand for a need."""
_SOURCES = {
    "place": ("place", "place_candidates", "country", "place_outside"),
    "sector": ("sector",),
    "employees": ("employees",),
}
"""Per fact the entities that tell it, the most exact first."""
_SLOTS = {
    "place": ("place", "country", "place_candidates", "outside_place"),
    "sector": ("sector",),
    "employees": ("employees",),
}
"""Per fact the slots that hold it."""
_NEEDS: Mapping[str, str | None] = {"pain_points": None, "not_needed": "not_needed"}
"""Per list of needs the role in which they are told."""


def with_words(before: Profile, after: Profile, heard: Heard) -> Profile:
    """Return the profile after the message with the words of what the message changed; gone facts lose theirs."""
    told: dict[str, Any] = {fact: _fact_words(fact, before, after, heard) for fact in _SOURCES}
    told |= {slot: _need_words(slot, before, after, heard) for slot in _NEEDS}
    kept = {name: words for name, words in told.items() if words}
    return replace(after, told=kept or None)


def _fact_words(fact: str, before: Profile, after: Profile, heard: Heard) -> str | None:
    slots = _SLOTS[fact]
    if all(getattr(after, slot) is None for slot in slots):
        return None
    if all(getattr(after, slot) == getattr(before, slot) for slot in slots):
        return (before.told or {}).get(fact)
    return next((words for entity in _SOURCES[fact] if (words := _words(heard, entity))), None)


def _need_words(slot: str, before: Profile, after: Profile, heard: Heard) -> dict[str, str]:
    known = (before.told or {}).get(slot) or {}
    words = {
        need: known.get(need) or _words(heard, "pain_point", need, _NEEDS[slot]) for need in getattr(after, slot) or ()
    }
    return {need: said for need, said in words.items() if said}


def _words(heard: Heard, entity: str, value: Any = None, role: str | None = None) -> str | None:
    """The words from which an entity was read, each once; None where it was not typed."""
    found = [e for e in heard.entities if e["entity"] == entity and e.get("role") == role]
    spans = [(e["start"], e["end"]) for e in found if value in (None, e["value"]) and e.get("end")]
    words = dict.fromkeys(heard.text[start:end].strip() for start, end in spans)
    return ", ".join(word for word in words if word)[:LONGEST] or None
