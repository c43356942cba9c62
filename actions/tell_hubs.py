"""Tells teams of hubs: the proposed one in full, others worth a call, and in one line each those it differs from."""

from collections.abc import Sequence, Set

from rasa_sdk.executor import CollectingDispatcher

from actions.hub_card import HubCards
from actions.wording import Wording
from alpine_catalogue.matching.proposal import Member, Proposal, Team

_AT_LEAST = 2
"""A firm that can call only one hub has no choice: a team of one is told together with its best alternative."""


def tell_proposal(dispatcher: CollectingDispatcher, cards: HubCards, wording: Wording, found: Proposal) -> list[Member]:
    """Tell the team, others worth a call, what nobody covers and what else there is; return the hubs told, in order."""
    team, others = found.team.members, others_worth_a_call(found)
    dispatcher.utter_message(response="utter_hubs_intro" if team else "utter_no_hub")
    tell_hubs(dispatcher, cards, team)
    if others:
        dispatcher.utter_message(response="utter_other_hubs_intro")
    tell_hubs(dispatcher, cards, others, first=len(team) + 1)
    tell_uncovered(dispatcher, cards, found.uncovered)
    if beside := side_by_side(wording, cards, found, {member.hub.id for member in (*team, *others)}):
        dispatcher.utter_message(text=beside)
    return [*team, *others]


def tell_hubs(dispatcher: CollectingDispatcher, cards: HubCards, members: Sequence[Member], first: int = 1) -> None:
    """Tell one card per hub, numbered from `first` on."""
    for number, member in enumerate(members, start=first):
        dispatcher.utter_message(text=cards.card(number, member))


def tell_next(dispatcher: CollectingDispatcher, told: Sequence[Member]) -> None:
    """Say what can be asked for next; there is nothing to compare in a single hub."""
    dispatcher.utter_message(response="utter_refine_next" if len(told) > 1 else "utter_refine_next_one")


def tell_uncovered(dispatcher: CollectingDispatcher, cards: HubCards, uncovered: Sequence[str]) -> None:
    """Say for which needs nobody is known."""
    if uncovered:
        dispatcher.utter_message(response="utter_uncovered", needs=cards.names_of(tuple(uncovered)))


def hubs_told(proposal: Proposal) -> tuple[str, ...]:
    """Return the ids of the hubs that `tell_proposal` would tell, in its order."""
    return tuple(member.hub.id for member in (*proposal.team.members, *others_worth_a_call(proposal)))


def others_worth_a_call(proposal: Proposal) -> list[Member]:
    """Return hubs of the alternative teams, as many as are missing to `_AT_LEAST`."""
    told = proposal.team.ids
    others = [one for team in proposal.alternatives for one in team.members if one.hub.id not in told]
    return others[: max(0, _AT_LEAST - len(told))] if told else []


def side_by_side(wording: Wording, cards: HubCards, proposal: Proposal, told: Set[str]) -> str:
    """Name the purely local and the transnational team where they differ and were not told already; else nothing."""
    teams = (("team_local", proposal.local), ("team_across", proposal.across))
    lines = [
        _beside(wording, cards, wording.phrase(name, hubs=_short(wording, team)), _lacking(proposal.team, team))
        for name, team in teams
        if team and team.ids - told
    ]
    return "\n".join([*lines, wording.phrase("offer_another")]) if lines else ""


def _beside(wording: Wording, cards: HubCards, line: str, lacking: tuple[str, ...]) -> str:
    return wording.phrase("team_lacks", team=line, needs=cards.names_of(lacking)) if lacking else line


def _lacking(proposed: Team, other: Team) -> tuple[str, ...]:
    """Needs that the proposed team covers and the other one does not."""
    met = {pain for member in other.members for pain in member.covers}
    return tuple(pain for member in proposed.members for pain in member.covers if pain not in met)


def _short(wording: Wording, team: Team) -> str:
    return wording.listed(_name_and_km(wording, member) for member in team.members)


def _name_and_km(wording: Wording, member: Member) -> str:
    phrase = "hub_short" if member.distance_km is None else "hub_short_km"
    return wording.phrase(phrase, name=member.hub.name, km=member.distance_km)
