"""Looks up labs, technologies and services by name: "which labs for 3D printing near Annecy?"."""

from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.after_result import AfterResult, Events
from actions.directory_page import tell_page
from actions.profile import Heard
from actions.talk import Talk

_PLACES = ("place", "place_candidates", "country")


class ActionSearchDirectory(AfterResult):
    """Searches with the words of the message, near the place that it names or else near the firm."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_search_directory"

    def ready(self, talk: Talk) -> bool:
        """A search needs no facts about the firm."""
        return True

    def answer(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Tell the first page."""
        place = talk.heard.first("place") or (None if talk.heard.first("country") else talk.profile.place)
        at = (place["lat"], place["lon"]) if place else None
        listing = {"text": without_places(talk.text, talk.heard), "at": at, "region": _country(talk.heard), "offset": 0}
        return tell_page(dispatcher, talk, listing)


def _country(heard: Heard) -> Any:
    """The country to stay in, where the message names no nearer place."""
    return None if heard.first("place") else heard.first("country")


def without_places(text: str, heard: Heard) -> str:
    """Return the text without the names of places: they say where to look, not what for."""
    spans = [(one["start"], one["end"]) for one in heard.entities if one["entity"] in _PLACES and "start" in one]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(text.split())
