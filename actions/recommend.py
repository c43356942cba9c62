"""The answer: a team of hubs and the programmes that may pay, each with why, source and day checked."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.choose_programmes import worth_telling
from actions.hub_card import HubCards
from actions.limits import as_slot, limits_from
from actions.profile import Profile
from actions.programme_card import ProgrammeCards
from actions.result import result_of
from actions.searching import facts_of, search_for
from actions.tell_hubs import tell_proposal
from actions.turn import profile_now
from actions.wiring import Services, services
from actions.within_limits import propose_within
from actions.wording import Wording
from alpine_catalogue.eligibility.verdict import Outcome, judge_all


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
        profile = profile_now(tracker)
        if not profile.country:
            dispatcher.utter_message(response="utter_no_place")
            return [SlotSet("result", None)]
        wording = Wording(domain, profile.language or "en")
        search = search_for(profile, limits_from(tracker.get_slot("limits")))
        proposal, limits = propose_within(dispatcher, self._services.matcher(), search)
        told = tell_proposal(dispatcher, self._cards(wording), wording, proposal)
        outcomes = self._programmes(profile)
        self._say_programmes(dispatcher, wording, outcomes)
        dispatcher.utter_message(response="utter_what_next")
        return [SlotSet("result", result_of(told, proposal, outcomes)), SlotSet("limits", as_slot(limits))]

    def _cards(self, wording: Wording) -> HubCards:
        catalogue = self._services.catalogue
        return HubCards(wording, catalogue.pain_points(), catalogue.technologies(), self._services.criteria)

    def _programmes(self, profile: Profile) -> list[Outcome]:
        catalogue = self._services.catalogue
        outcomes = judge_all(catalogue.programmes().values(), facts_of(profile), self._services.today())
        return worth_telling(outcomes, profile.pain_points or (), catalogue.pain_points())

    @staticmethod
    def _say_programmes(dispatcher: CollectingDispatcher, wording: Wording, outcomes: list[Outcome]) -> None:
        dispatcher.utter_message(response="utter_programmes_intro" if outcomes else "utter_no_programme")
        cards = ProgrammeCards(wording)
        for outcome in outcomes:
            dispatcher.utter_message(text=cards.card(outcome))
