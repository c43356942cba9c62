"""Asks which of several places of the same name the firm means."""

from collections.abc import Iterator
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.profile import Profile
from actions.turn import profile_now
from actions.wiring import Services, services
from alpine_catalogue.languages import in_language

_MOST = 4
"""As many places as one can read at a glance; the likeliest come first."""


class ActionAskPlace(Action):
    """The question of the profile form while a place is ambiguous."""

    def __init__(self, wired: Services | None = None) -> None:
        """Take the services; those of the settings by default."""
        self._services = wired or services()

    def name(self) -> str:
        """Return the name that Rasa looks for when the form asks for `place_candidates`."""
        return "action_ask_profile_form_place_candidates"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Name the places with their regions."""
        places = "; ".join(self._named(profile_now(tracker)))
        dispatcher.utter_message(response="utter_which_place", places=places)
        return []

    def _named(self, profile: Profile) -> Iterator[str]:
        regions = self._services.catalogue.regions()
        for place in (profile.place_candidates or ())[:_MOST]:
            yield f"{place['name']} ({in_language(regions[place['region']]['names'], profile.language or 'en')})"
