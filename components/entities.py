"""Puts what was read into a message, in the form in which Rasa carries it to slots and actions."""

from typing import Any

from rasa.shared.nlu.training_data.message import Message


def add_entity(message: Message, name: str, value: Any, start: int, end: int, role: str | None = None) -> None:
    """Append one entity with the words it came from."""
    entity = {"entity": name, "value": value, "start": start, "end": end, "extractor": "reading"}
    if role:
        entity["role"] = role
    message.set("entities", [*(message.get("entities") or []), entity], add_to_output=True)


def spans(message: Message, *names: str) -> list[tuple[int, int]]:
    """Return where entities of these names stand."""
    return [(e["start"], e["end"]) for e in message.get("entities") or [] if e["entity"] in names]
