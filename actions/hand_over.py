"""Gives the conversation to a person, with the firm's consent."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecuted, ConversationPaused, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.facts.known import flat
from actions.wiring import Services, services
from handoff.errors import AlreadyOpen
from handoff.model import Line, Request, Sender

_SHARED_SLOTS = (
    *("language", "country", "region", "province", "place"),
    *("sector", "employees", "pain_points", "not_needed", "limits", "told"),
)


class ActionHandOver(Action):
    """Saves the request and silences the bot, or says that nothing was passed on."""

    def __init__(self, wired: Services | None = None) -> None:
        """Take the services; those of the settings by default."""
        self._services = wired or services()

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_hand_over"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Store slots, result and transcript only after a yes."""
        if not tracker.get_slot("handoff_consent"):
            dispatcher.utter_message(response="utter_not_handed_over")
            return [SlotSet("handoff_consent", None)]
        with suppress(AlreadyOpen):  # asked twice at once: the request that waits already is this one
            self._save(tracker)
        dispatcher.utter_message(response="utter_handed_over")
        # The pause keeps Rasa from listening; without it no rule could start when the conversation comes back.
        return [SlotSet("handoff_consent", None), ActionExecuted("action_listen"), ConversationPaused()]

    def _save(self, tracker: Tracker) -> None:
        request = Request(
            conversation_id=tracker.sender_id,
            channel=tracker.get_latest_input_channel() or "rest",
            language=tracker.get_slot("language") or "en",
            slots=_shared(tracker),
            result=tracker.get_slot("result") or {},
            transcript=transcript(tracker.events),
            created_at=self._services.now(),
        )
        self._services.handoff.save(request)


def _shared(tracker: Tracker) -> dict[str, Any]:
    """Return what was told; facts that were asked and not answered tell an adviser nothing."""
    facts = {name: value for name, value in flat(tracker.get_slot("firm_facts")).items() if value is not None}
    slots = {name: tracker.get_slot(name) for name in _SHARED_SLOTS} | {"firm_facts": facts}
    return {name: value for name, value in slots.items() if value}


def transcript(events: list[dict[str, Any]]) -> list[Line]:
    """Return what both sides, and advisers of earlier requests, have said so far."""
    said = (
        event for event in events if event["event"] in ("user", "bot") and event.get("text") and not _external(event)
    )
    return [Line(datetime.fromtimestamp(event["timestamp"], UTC), _sender(event), event["text"]) for event in said]


def _external(event: dict[str, Any]) -> bool:
    """Tell if the event was triggered by a program (the console), not typed by the user."""
    return bool((event.get("metadata") or {}).get("is_external"))


def _sender(event: dict[str, Any]) -> Sender:
    custom = (event.get("data") or {}).get("custom") or {}
    if event["event"] == "user":
        return "user"
    return "adviser" if custom.get("sender") == "adviser" else "bot"
