"""The answer: a team of hubs and the programmes that may pay, each with why, source and day checked."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.limits import as_slot
from actions.programmes.advice import Advice
from actions.programmes.tell_programmes import tell_programmes
from actions.result import result_of
from actions.talk import Talk
from actions.tell_hubs import tell_proposal
from actions.wiring import Services, services
from actions.within_limits import propose_within


class ActionRecommend(Action):
    """Asks the catalogue and tells the firm what came out."""

    def __init__(self, wired: Services | None = None) -> None:
        """Take the services; those of the settings by default."""
        self._services = wired or services()

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_recommend"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Utter the hubs, what nobody covers, and the programmes; keep the result for later questions."""
        talk = Talk(tracker, domain, self._services)
        if not talk.profile.country:
            dispatcher.utter_message(response="utter_no_place")
            return [SlotSet("result", None)]
        proposal, limits = propose_within(dispatcher, self._services.matcher(), talk.search())
        told = tell_proposal(dispatcher, talk.cards, talk.wording, proposal)
        outcomes = tell_programmes(dispatcher, Advice(talk))
        dispatcher.utter_message(response="utter_what_next")
        return [SlotSet("result", result_of(told, proposal, outcomes)), SlotSet("limits", as_slot(limits))]
