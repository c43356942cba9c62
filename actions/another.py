"""Shows what else there is: the next team, or the next page of the directory when that was told last."""

from collections.abc import Iterator
from dataclasses import replace

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.after_result import AfterResult, Events
from actions.directory_page import tell_page
from actions.talk import Talk
from actions.tell_hubs import tell_hubs, tell_next, tell_uncovered
from actions.told_result import seen_ids, with_seen, with_team
from alpine_catalogue.matching.proposal import Team


class ActionAnother(AfterResult):
    """Tells the next team of which at least one hub is new; says so when there is none."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_another"

    def ready(self, talk: Talk) -> bool:
        """Something has to be told before there can be another."""
        return bool(talk.told)

    def answer(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Turn the page, or tell the next team and remember which hubs have been proposed."""
        if listing := talk.result.get("listing"):
            return tell_page(dispatcher, talk, listing)
        seen = seen_ids(talk.result)
        team = next((team for team in _teams(talk, seen) if team.ids - seen), None)
        if team is None:
            dispatcher.utter_message(response="utter_no_other")
            return []
        dispatcher.utter_message(response="utter_another_intro")
        tell_hubs(dispatcher, talk.cards, team.members)
        uncovered = _uncovered(talk, team)
        tell_uncovered(dispatcher, talk.cards, uncovered)
        tell_next(dispatcher, team.members)
        return [SlotSet("result", with_seen(with_team(talk.result, team.members, uncovered), seen))]


def _teams(talk: Talk, seen: frozenset[str]) -> Iterator[Team]:
    """First the local and the transnational team, then those that differ by a hub, then one without any hub told."""
    matcher, search = talk.services.matcher(), talk.search()
    proposal = matcher.propose(search)
    yield from (team for team in (proposal.local, proposal.across, *proposal.alternatives) if team)
    others = replace(search.limits, without=search.limits.without | seen)
    yield matcher.best_team(talk.search(others))


def _uncovered(talk: Talk, team: Team) -> list[str]:
    met = {pain for member in team.members for pain in member.covers}
    return [pain for pain in talk.search().pains if pain not in met]
