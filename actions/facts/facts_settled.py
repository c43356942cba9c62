"""After the questions about single facts: all programmes told again, a line for each."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.facts.asked_for import AskedFor
from actions.facts.deciding import deciding_facts
from actions.programmes.advice import Advice
from actions.programmes.card import line
from actions.talk import Talk
from actions.told_result import with_verdicts
from actions.wiring import Services, services


class ActionFactsSettled(Action):
    """Tells the verdicts as they are now; asks about the firm first where no programme was told."""

    def __init__(self, wired: Services | None = None) -> None:
        """Take the services; those of the settings by default."""
        self._services = wired or services()

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_facts_settled"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Utter the lines; keep the verdicts for later questions and for an adviser."""
        advice = Advice(Talk(tracker, domain, self._services))
        asked_for = AskedFor.of(advice, begins=False)
        if not asked_for.ids and advice.talk.result.get("hubs"):
            dispatcher.utter_message(response="utter_no_programme_told")
            return [SlotSet("asked_fact", None)]
        if not asked_for.ids:
            dispatcher.utter_message(response="utter_first_the_firm")
            return [FollowupAction("profile_form")]
        ids = dict.fromkeys((*advice.told, *asked_for.ids))
        outcomes = advice.outcomes(ids)
        left = deciding_facts(outcomes, advice.firm_facts, self._services.kinds)
        head = advice.voice.say("facts_left" if left else "facts_done")
        lines = [line(advice.voice, advice.number(one.programme.id), one) for one in outcomes]
        dispatcher.utter_message(text="\n".join([head, *lines]))
        dispatcher.utter_message(response="utter_ask_why")
        return [SlotSet("result", with_verdicts(advice.talk.result, outcomes) | {"asked_for": None})]
