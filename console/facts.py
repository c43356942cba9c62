"""What a firm has told, slot by slot, in the reader's words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from console.reader import Reader

ALWAYS_SHOWN = ("pain_points", "sector", "employees", "country", "region", "province", "language")
INTERNAL = frozenset({"requested_slot", "session_started_metadata", "told"})  # Rasa's own, and what stands beside
_PLACE = ("place", "province", "region", "country")
"""Where a place may be shown: its words stand beside the most exact."""


@dataclass(frozen=True)
class Fact:
    """One slot; without values when the firm has not told it."""

    label: str
    values: list[str]
    words: list[str]
    """What the firm wrote, for each value; empty where that is not known."""


def facts_of(slots: Mapping[str, Any], reader: Reader) -> list[Fact]:
    """Return the facts that matter first and always, then whatever else was told."""
    others = sorted(name for name in slots if name not in INTERNAL and name not in ALWAYS_SHOWN and told(slots, name))
    names = (*ALWAYS_SHOWN, *others)
    return [Fact(_label(name, reader), in_words(slots, name, reader), own_words(slots, name)) for name in names]


def own_words(slots: Mapping[str, Any], name: str) -> list[str]:
    """Return the firm's own words for each value of one slot; those for all values together stand beside the last."""
    values = slots[name] if isinstance(slots.get(name), list) and name != "employees" else [slots.get(name)]
    if not told(slots, name) or (name in _PLACE and name != next(row for row in _PLACE if told(slots, row))):
        return [""] * len(values)
    kept = slots.get("told")
    words = (kept if isinstance(kept, Mapping) else {}).get("place" if name in _PLACE else name) or ""
    if isinstance(words, Mapping):
        return [str(words.get(value, "")) for value in values]
    return [""] * (len(values) - 1) + [str(words)]


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
    named = {"country": reader.country_name, "language": reader.language_name}
    return coded | named | {"firm_facts": lambda told: _facts(told, reader)}


def _facts(told: Mapping[str, Any], reader: Reader) -> str:
    """Facts by the names that the catalogue's registry gives them."""
    return ", ".join(f"{reader.name(name)}: {_count_or_plain(value, reader)}" for name, value in told.items())


def _count_or_plain(value: Any, reader: Reader) -> str:
    return _count(value) if isinstance(value, list) else _plain(value, reader)


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
