"""Proposes a team within the limits that the firm has set, and without them when nobody is left."""

from dataclasses import replace

from rasa_sdk.executor import CollectingDispatcher

from alpine_catalogue.matching.matcher import Matcher
from alpine_catalogue.matching.proposal import Proposal
from alpine_catalogue.matching.search import Limits, Search


def propose_within(dispatcher: CollectingDispatcher, matcher: Matcher, search: Search) -> tuple[Proposal, Limits]:
    """Return the proposal and the limits that hold for it: none, which is said, where they would leave nobody."""
    proposal = matcher.propose(search)
    if proposal.team.members or search.limits == Limits():
        return proposal, search.limits
    dispatcher.utter_message(response="utter_limits_dropped")
    return matcher.propose(replace(search, limits=Limits())), Limits()
