"""What a firm has told, slot by slot, in the reader's words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from console.reader import Reader

ALWAYS_SHOWN = ("pain_points", "sector", "employees", "country", "region", "province", "language")
INTERNAL = frozenset({"requested_slot", "session_started_metadata"})  # Rasa's own


@dataclass(frozen=True)
class Fact:
    """One slot; without values when the firm has not told it."""

    label: str
    values: list[str]


def facts_of(slots: Mapping[str, Any], reader: Reader) -> list[Fact]:
    """Return the facts that matter first and always, then whatever else was told."""
    others = sorted(name for name in slots if name not in INTERNAL and name not in ALWAYS_SHOWN and told(slots, name))
    return [Fact(_label(name, reader), in_words(slots, name, reader)) for name in (*ALWAYS_SHOWN, *others)]


def in_words(slots: Mapping[str, Any], name: str, reader: Reader) -> list[str]:
    """Return the value of one slot in words; no words when it was not told."""
    if not told(slots, name):
        return []
    value = slots[name]
    if name == "employees":
        return [_count(value)]
    word = _vocabulary(reader).get(name, lambda item: _plain(item, reader))
    return [word(item) for item in value] if isinstance(value, list) else [word(value)]


def told(slots: Mapping[str, Any], name: str) -> bool:
    """Tell whether a slot holds something."""
    return slots.get(name) not in (None, "", [], {})


def _vocabulary(reader: Reader) -> Mapping[str, Callable[[Any], str]]:
    coded = dict.fromkeys(("region", "province", "sector", "pain_points", "not_needed"), reader.name)
    return coded | {"country": reader.country_name, "language": reader.language_name}


def _count(value: Any) -> str:
    return "–".join(str(bound) for bound in value) if isinstance(value, list) else str(value)


def _plain(value: Any, reader: Reader) -> str:
    if isinstance(value, bool):
        return reader.say("yes" if value else "no")
    if isinstance(value, dict) and "name" in value:
        return str(value["name"])
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_plain(item, reader)}" for key, item in value.items())
    return str(value)


def _label(name: str, reader: Reader) -> str:
    return reader.say_or(f"slot_{name}", name.replace("_", " "))
