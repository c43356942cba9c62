"""The answer: a team of hubs and the programmes that may pay, each with why, source and day checked."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.choose_programmes import worth_telling
from actions.hub_card import HubCards
from actions.profile import Profile
from actions.programme_card import ProgrammeCards
from actions.result import result_of
from actions.searching import facts_of, search_for
from actions.turn import profile_now
from actions.wiring import Services, services
from actions.wording import Wording
from alpine_catalogue.eligibility.verdict import Outcome, judge_all
from alpine_catalogue.matching.proposal import Member, Proposal

_AT_LEAST = 2
"""A firm that can call only one hub has no choice: a team of one is told together with its best alternative."""


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
            return []
        wording = Wording(domain, profile.language or "en")
        proposal = self._services.matcher().propose(search_for(profile))
        outcomes = self._programmes(profile)
        told = self._say_hubs(dispatcher, wording, proposal)
        self._say_programmes(dispatcher, wording, outcomes)
        dispatcher.utter_message(response="utter_what_next")
        return [SlotSet("result", result_of(told, proposal, outcomes))]

    def _programmes(self, profile: Profile) -> list[Outcome]:
        catalogue = self._services.catalogue
        outcomes = judge_all(catalogue.programmes().values(), facts_of(profile), self._services.today())
        return worth_telling(outcomes, profile.pain_points or (), catalogue.pain_points())

    def _say_hubs(self, dispatcher: CollectingDispatcher, wording: Wording, proposal: Proposal) -> list[Member]:
        """Tell the team, then others worth a call; return all hubs told, in order."""
        catalogue = self._services.catalogue
        cards = HubCards(wording, catalogue.pain_points(), catalogue.technologies(), self._services.criteria)
        team, others = list(proposal.team.members), others_worth_a_call(proposal)
        dispatcher.utter_message(response="utter_hubs_intro" if team else "utter_no_hub")
        for number, member in enumerate(team, start=1):
            dispatcher.utter_message(text=cards.card(number, member))
        if others:
            dispatcher.utter_message(response="utter_other_hubs_intro")
        for number, member in enumerate(others, start=len(team) + 1):
            dispatcher.utter_message(text=cards.card(number, member))
        if proposal.uncovered:
            dispatcher.utter_message(response="utter_uncovered", needs=cards.names_of(proposal.uncovered))
        return team + others

    @staticmethod
    def _say_programmes(dispatcher: CollectingDispatcher, wording: Wording, outcomes: list[Outcome]) -> None:
        dispatcher.utter_message(response="utter_programmes_intro" if outcomes else "utter_no_programme")
        cards = ProgrammeCards(wording)
        for outcome in outcomes:
            dispatcher.utter_message(text=cards.card(outcome))


def others_worth_a_call(proposal: Proposal) -> list[Member]:
    """Return hubs of the alternative teams, as many as are missing to `_AT_LEAST`."""
    told = proposal.team.ids
    others = [one for team in proposal.alternatives for one in team.members if one.hub.id not in told]
    return others[: max(0, _AT_LEAST - len(told))] if told else []
