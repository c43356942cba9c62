"""The form that asks for consent before a conversation is handed over."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecutionRejected, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.interjections import LEAVE_THE_FORM, answer_to
from actions.turn import heard_in

_ANSWERS = ("affirm", "deny", "talk_to_person")


class ValidateHandoffForm(Action):
    """Answers questions in between; everything but a yes or no leads back to the question."""

    def name(self) -> str:
        """Return the name that Rasa looks for."""
        return "validate_handoff_form"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Keep the answer; a form that was left is rejected."""
        heard, consent = heard_in(tracker), tracker.get_slot("handoff_consent")
        if heard.act in LEAVE_THE_FORM and heard.act != "talk_to_person":
            return [ActionExecutionRejected("handoff_form")]
        if heard.question and heard.act not in _ANSWERS:
            answer = answer_to(_as_asked(heard.act), heard.question, domain["responses"])
            dispatcher.utter_message(response=answer or "utter_yes_or_no")
        return [SlotSet("handoff_consent", consent)]


def _as_asked(act: str | None) -> str | None:
    """Before a question about consent, every "why?" is about the consent."""
    return "why" if act == "explain_hub" else act
