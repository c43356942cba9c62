"""Forgets what was told, when the firm asks for it."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import AllSlotsReset, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict


class ActionStartOver(Action):
    """Empties all slots but the language."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_start_over"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Reset the slots; the rule says the words."""
        return [AllSlotsReset(), SlotSet("language", tracker.get_slot("language"))]
