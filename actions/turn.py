"""Reads a turn out of Rasa's tracker: what was known before the message, and what the message said."""

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker

from actions.profile import Heard, Profile


def profile_before(tracker: Tracker) -> Profile:
    """Return the profile as it was before the latest message."""
    return Profile.of(slots_before(tracker))


def slots_before(tracker: Tracker) -> dict[str, Any]:
    """Return the slots as they were before the latest message.

    Rasa runs slot extraction twice in a turn that starts a form; starting from the same point both times keeps the
    outcome the same.
    """
    slots: dict[str, Any] = {}
    for event in tracker.events[: _latest_user_event(tracker)]:
        if event["event"] == "slot":
            slots[event["name"]] = event["value"]
        elif event["event"] in ("reset_slots", "restart"):
            slots = {}
    return slots


def _latest_user_event(tracker: Tracker) -> int:
    indexes = [index for index, event in enumerate(tracker.events) if event["event"] == "user"]
    return indexes[-1] if indexes else 0


def profile_now(tracker: Tracker) -> Profile:
    """Return the profile with everything told so far."""
    return Profile.of(tracker.slots)


def heard_in(tracker: Tracker) -> Heard:
    """Return what the latest message said, as an answer to the question that stood open before it."""
    message: Mapping[str, Any] = tracker.latest_message
    return Heard(
        act=(message.get("intent") or {}).get("name"),
        entities=message.get("entities") or (),
        question=tracker.slots.get("requested_slot"),
        text=message.get("text") or "",
    )
