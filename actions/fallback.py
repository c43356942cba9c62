"""When no act is likely enough: rephrase, then choices, then a person. Never a loop."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.facts.fact_turn import facts_heard
from actions.programmes.advice import Advice
from actions.talk import Talk
from actions.wiring import Services, services

LADDER = ("utter_rephrase", "utter_choices", "utter_offer_person")
_NOT_UNDERSTOOD = ("nlu_fallback", "nothing_said")


def not_understood_in_a_row(tracker: Tracker) -> int:
    """Count the latest messages in a row that were not understood."""
    acts = [
        (event["parse_data"].get("intent") or {}).get("name") for event in tracker.events if event["event"] == "user"
    ]
    count = 0
    for act in reversed(acts):
        if act not in _NOT_UNDERSTOOD:
            break
        count += 1
    return count


def ladder_step(tracker: Tracker) -> str:
    """Return the response for this failure: each further one in a row is answered with more help."""
    return LADDER[min(max(not_understood_in_a_row(tracker), 1), len(LADDER)) - 1]


class ActionFallback(Action):
    """Says that the message was not understood, with more help each time; goes on where it told a fact after all."""

    def __init__(self, wired: Services | None = None) -> None:
        """Take the services; those of the settings by default."""
        self._services = wired or services()

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_fallback"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Utter the next step of the ladder; "Umsatz 2 Mio" and "KMU.DIGITAL" are no acts, but can be answered."""
        heard = facts_heard(tracker, self._services)
        if heard.noted or heard.refused:
            return [FollowupAction("profile_form")]
        if _names_a_programme(Talk(tracker, domain, self._services)):
            return [FollowupAction("action_ask_eligibility")]
        dispatcher.utter_message(response=ladder_step(tracker))
        return []


def _names_a_programme(talk: Talk) -> bool:
    """Tell if the message names programmes; pointing ("that one") is too little to go by here."""
    meant = Advice(talk).meant
    return bool(meant.ids) and not meant.it
