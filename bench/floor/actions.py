"""The one action of the floor, served by the stock action server."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher


class ActionNothing(Action):
    """Does nothing, so that only the way there and back is measured."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_nothing"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """Answer with no events."""
        return []
