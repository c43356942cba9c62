"""Runs after every message: puts what was told into the slots."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.profile import updated
from actions.turn import heard_in, profile_before, profile_now


class ActionValidateSlotMappings(Action):
    """The one place that turns what was heard into slots (Rasa calls an action of this name after each message)."""

    def name(self) -> str:
        """Return the name that Rasa looks for."""
        return "action_validate_slot_mappings"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Set every slot that the message changes."""
        after = updated(profile_before(tracker), heard_in(tracker))
        return [SlotSet(name, value) for name, value in profile_now(tracker).changes(after).items()]
