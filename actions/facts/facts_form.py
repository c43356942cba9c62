"""The form that asks for single facts until the verdicts are settled: what is said in between, what is asked next."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecutionRejected, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.facts.asked_for import AskedFor
from actions.facts.between_questions import between_questions
from actions.facts.heard_facts import QUESTION
from actions.facts.said_of_facts import say_refused
from actions.facts.verdict_changes import say_changes
from actions.interjections import LEAVE_THE_FORM
from actions.programmes.advice import Advice
from actions.talk import Talk
from actions.told_result import with_verdicts
from actions.turn import heard_in
from actions.wiring import Services, services


class ValidateFactsForm(Action):
    """Says what an answer has changed, answers questions in between, and chooses the next fact to ask for."""

    def __init__(self, wired: Services | None = None) -> None:
        """Take the services; those of the settings by default."""
        self._services = wired or services()

    def name(self) -> str:
        """Return the name that Rasa looks for."""
        return "validate_facts_form"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Return the next fact as `asked_fact`; without one the form ends. Acts that leave the form are rejected."""
        heard, advice = heard_in(tracker), Advice(Talk(tracker, domain, self._services))
        if heard.act in LEAVE_THE_FORM and not advice.heard.answer.stop:
            return [ActionExecutionRejected(self.name().removeprefix("validate_"))]
        asked_for = AskedFor.of(advice, begins=heard.question is None)
        fact = None if advice.heard.answer.stop else asked_for.next_fact
        if heard.question is None:
            events = _begun(dispatcher, advice, fact)
        else:
            events = between_questions(dispatcher, advice)
            say_changes(dispatcher, advice, asked_for)
        result = with_verdicts(_latest("result", events, advice.talk.result), asked_for.outcomes)
        slots = {"result": result | {"asked_for": list(asked_for.ids)}, "asked_fact": fact, "fact_answer": None}
        question = SlotSet("requested_slot", QUESTION if fact else None)
        return [*events, *(SlotSet(name, value) for name, value in slots.items()), question]


def _begun(dispatcher: CollectingDispatcher, advice: Advice, fact: str | None) -> list[dict[str, Any]]:
    say_refused(dispatcher, advice.heard, advice.voice)
    if fact:
        dispatcher.utter_message(response="utter_facts_intro")
    return []


def _latest(slot: str, events: list[dict[str, Any]], otherwise: Any) -> Any:
    """Return what an answer in between has put into a slot."""
    return next((event["value"] for event in reversed(events) if event.get("name") == slot), otherwise)
