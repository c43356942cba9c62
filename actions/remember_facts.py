"""Runs after every message: puts what was told into the slots."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.facts.fact_turn import facts_heard
from actions.facts.known import as_slot
from actions.turn import profile_now
from actions.wiring import Services, services


class ActionValidateSlotMappings(Action):
    """The one place that turns what was heard into slots (Rasa calls an action of this name after each message)."""

    def __init__(self, wired: Services | None = None) -> None:
        """Take the services; those of the settings by default."""
        self._services = wired or services()

    def name(self) -> str:
        """Return the name that Rasa looks for."""
        return "action_validate_slot_mappings"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Set every slot that the message changes."""
        after = facts_heard(tracker, self._services)
        changed = [SlotSet(name, value) for name, value in profile_now(tracker).changes(after.profile).items()]
        facts = as_slot(after.firm_facts)
        return changed if facts == tracker.get_slot("firm_facts") else [*changed, SlotSet("firm_facts", facts)]
