"""Puts what was read into a message, in the form in which Rasa carries it to slots and actions."""

from collections.abc import Sequence
from typing import Any

from rasa.shared.nlu.training_data.message import Message

from components.reading.cleaning import Cleaned


def add_entity(message: Message, name: str, value: Any, start: int, end: int, role: str | None = None) -> None:
    """Append one entity with the words it came from."""
    entity = {"entity": name, "value": value, "start": start, "end": end, "extractor": "reading"}
    if role:
        entity["role"] = role
    message.set("entities", [*(message.get("entities") or []), entity], add_to_output=True)


def spans(message: Message, *names: str) -> list[tuple[int, int]]:
    """Return where entities of these names stand."""
    return [(e["start"], e["end"]) for e in message.get("entities") or [] if e["entity"] in names]


def without_entities(message: Message, keep: Sequence[str] = (), drop: Sequence[str] = ()) -> None:
    """Take entities out again: those named in `drop`, or, with `keep`, all but those."""
    found = message.get("entities") or []
    left = [one for one in found if (one["entity"] in keep if keep else one["entity"] not in drop)]
    message.set("entities", left, add_to_output=True)


def at_original_places(message: Message, text: Cleaned) -> None:
    """Let the entities point into the text as it was typed."""
    for entity in message.get("entities") or []:
        entity["start"], entity["end"] = text.span(entity["start"], entity["end"])
