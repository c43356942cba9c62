"""Why this hub? The needs it covers, the criteria with their weights, distance, languages and what is uncertain."""

from collections.abc import Iterator

from babel.numbers import format_decimal
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.after_result import AfterResult, Events
from actions.citing import cited
from actions.programmes.ask_eligibility import ActionAskEligibility
from actions.talk import Talk
from actions.told_result import with_last
from alpine_catalogue.matching.proposal import Member
from alpine_catalogue.model import Hub, PainPoint

_MOST_CRITERIA = 3


class ActionExplainHub(AfterResult):
    """Lays open the figures behind one hub."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_explain_hub"

    def ready(self, talk: Talk) -> bool:
        """A programme can be asked about without a result."""
        return super().ready(talk) or talk.is_about_programmes

    def answer(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Tell them for the hub in question, which "it" means from now on."""
        if talk.is_about_programmes:
            return ActionAskEligibility(self._services).answer(dispatcher, talk)
        if talk.meant.beyond:
            dispatcher.utter_message(response="utter_no_such_number", number=talk.meant.beyond, names=talk.named())
            return []
        dispatcher.utter_message(text="\n".join(_lines(talk, talk.member(talk.in_question))))
        return [SlotSet("result", with_last(talk.result, talk.in_question))]


def _lines(talk: Talk, member: Member) -> Iterator[str]:
    hub, facts, say = member.hub, talk.facts, talk.wording.phrase
    yield say("explain_head", name=hub.name)
    pains = talk.services.catalogue.pain_points()
    for pain in member.covers:
        yield say("explain_need", need=talk.cards.names_of((pain,)), criteria=_criteria(talk, hub, pains[pain]))
    if not member.covers:
        yield say("explain_no_need")
    elif reasons := talk.cards.circumstances(member):
        yield say("hub_why", reasons=reasons)
    yield facts.line("hub_distance", facts.distance(member))
    yield facts.line("hub_languages", facts.languages(hub))
    yield facts.line("hub_status", facts.status(hub))
    yield cited(talk.wording, hub.source, hub.checked)


def _criteria(talk: Talk, hub: Hub, pain: PainPoint) -> str:
    """The criteria of a need that the hub meets, the weightiest first."""
    met = [(found.weight, name) for name, found in {**pain.technologies, **pain.services}.items() if _has(hub, name)]
    weightiest = sorted(met, reverse=True)[:_MOST_CRITERIA]
    return talk.wording.listed(_criterion(talk, hub, name, weight) for weight, name in weightiest)


def _has(hub: Hub, name: str) -> bool:
    return name in hub.technologies or name in hub.services


def _criterion(talk: Talk, hub: Hub, name: str, counts: float) -> str:
    weight = format_decimal(counts, locale=talk.wording.language)
    if name in hub.services:
        return talk.wording.phrase("explain_criterion", name=talk.facts.service(name), weight=weight)
    score = hub.technologies[name]
    phrase = "explain_criterion" if score is None else "explain_criterion_scored"
    return talk.wording.phrase(phrase, name=talk.facts.technology(name), weight=weight, score=score)
