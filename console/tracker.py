"""Reads what was said out of the events of a Rasa tracker."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from handoff.model import Line, Sender


def lines_of(events: Iterable[Mapping[str, Any]]) -> list[Line]:
    """Return the words of user, assistant and adviser, in order; events without words are left out."""
    return [line for event in events if (line := _line(event)) is not None]


def _line(event: Mapping[str, Any]) -> Line | None:
    sender, text = _sender(event), event.get("text")
    if sender is None or not text:
        return None
    at = datetime.fromtimestamp(float(event.get("timestamp") or 0), UTC)
    return Line(at, sender, str(text), delivered_at=at if sender == "adviser" else None)


def _sender(event: Mapping[str, Any]) -> Sender | None:
    if event.get("event") == "user":
        # Rasa writes an intent that was triggered from outside as if the user had said it.
        return None if (event.get("metadata") or {}).get("is_external") else "user"
    if event.get("event") == "bot":
        custom = (event.get("data") or {}).get("custom")
        is_adviser = isinstance(custom, Mapping) and custom.get("sender") == "adviser"
        return "adviser" if is_adviser else "bot"
    return None
