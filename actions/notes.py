"""What we tell the firm about what we understood: a switched language, a place outside, a fact that changed."""

from collections.abc import Iterator
from typing import Any

from actions.profile import Heard, Profile

Note = tuple[str, dict[str, Any]]


def notes_on(before: Profile, now: Profile, heard: Heard) -> Iterator[Note]:
    """Yield the responses that say what was noted, each with the values it needs."""
    if heard.first("message_cut"):
        yield "utter_message_cut", {}
    if before.language and now.language != before.language:
        yield "utter_language_changed", {}
    if now.outside_place and now.outside_place != before.outside_place:
        yield "utter_outside_area", {"place_told": now.outside_place}
