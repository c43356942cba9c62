"""Two hubs side by side: distance, languages, what they cover, services, status, source."""

from collections.abc import Iterator, Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.after_result import AfterResult, Events
from actions.citing import cited
from actions.talk import Talk
from alpine_catalogue.matching.proposal import Member

_BESIDE = 2


class ActionCompareHubs(AfterResult):
    """Compares the hubs that the message names; those told first make up for what it leaves open."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_compare_hubs"

    def answer(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Tell both, one line for each fact."""
        if talk.meant.beyond:
            dispatcher.utter_message(response="utter_no_such_number", number=talk.meant.beyond, names=talk.named())
            return []
        named = [*talk.meant.ids, *talk.named_anywhere(), *(hub.id for hub in talk.told)]
        chosen = list(dict.fromkeys(named))[:_BESIDE]
        if len(chosen) < _BESIDE:
            dispatcher.utter_message(response="utter_compare_one")
            return []
        dispatcher.utter_message(text="\n".join(_lines(talk, [talk.member(id) for id in chosen])))
        return []


def _lines(talk: Talk, members: Sequence[Member]) -> Iterator[str]:
    facts, say, hubs = talk.facts, talk.wording.phrase, [member.hub for member in members]
    yield say("compare_head")
    yield " | ".join(talk.titled(hub) for hub in hubs)
    yield facts.line("hub_distance", *(facts.distance(member) for member in members))
    yield facts.line("hub_languages", *(facts.languages(hub) for hub in hubs))
    yield facts.line("hub_needs", *(talk.cards.names_of(member.covers) or say("not_known") for member in members))
    yield facts.line("hub_services", *(facts.services(hub) for hub in hubs))
    yield facts.line("hub_status", *(facts.status(hub) for hub in hubs))
    yield from (cited(talk.wording, hub.source, hub.checked) for hub in hubs)
