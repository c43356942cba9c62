"""What we tell the firm about what we understood: a switched language, a place outside, a fact that changed."""

from collections.abc import Iterator
from typing import Any

from actions.profile import Heard, Profile

_MOST_PLACES = 4
Note = tuple[str, dict[str, Any]]


def notes_on(before: Profile, now: Profile, heard: Heard) -> Iterator[Note]:
    """Yield the responses that say what was noted, each with the values it needs."""
    if heard.first("message_cut"):
        yield "utter_message_cut", {}
    if before.language and now.language != before.language:
        yield "utter_language_changed", {}
    if now.outside_place and now.outside_place != before.outside_place:
        yield "utter_outside_area", {"place_told": now.outside_place}
    if now.place_candidates and now.place_candidates != before.place_candidates:
        yield "utter_which_place", {"places": _named(now)}


def _named(now: Profile) -> str:
    """The likeliest places, as many as one can read at a glance."""
    named = [f"{place['name']} ({place['country']}, {place['region']})" for place in now.place_candidates or ()]
    return " / ".join(named[:_MOST_PLACES])
