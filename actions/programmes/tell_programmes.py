"""Tells the programmes worth telling: a card for each, what is closed already, and what would make it surer."""

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.choose_programmes import closed_already, worth_telling
from actions.programmes.advice import Advice
from actions.programmes.card import card
from actions.programmes.offer_facts import offer_facts
from alpine_catalogue.eligibility.outcome import Outcome


def tell_programmes(dispatcher: CollectingDispatcher, advice: Advice) -> list[Outcome]:
    """Tell the cards, numbered; return what was told, in that order."""
    if not advice.day_is_known:
        dispatcher.utter_message(response="utter_day_not_known", day=advice.voice.names.day(advice.on))
        return []
    services, needs = advice.talk.services, advice.talk.profile.pain_points or ()
    judged, pains = services.rulebook().judge_all(advice.facts, advice.on), services.catalogue.pain_points()
    outcomes = worth_telling(judged, needs, pains)
    dispatcher.utter_message(response="utter_programmes_intro" if outcomes else "utter_no_programme")
    for number, outcome in enumerate(outcomes, start=1):
        dispatcher.utter_message(text=card(advice.voice, number, outcome))
    _say_closed(dispatcher, advice, closed_already(judged, needs, pains))
    offer_facts(dispatcher, advice, outcomes)
    return outcomes


def _say_closed(dispatcher: CollectingDispatcher, advice: Advice, outcomes: Sequence[Outcome]) -> None:
    """Name programmes that came too late: a firm that has heard of one would wonder why it is missing."""
    if outcomes:
        names = advice.voice.listed(outcome.programme.name for outcome in outcomes)
        dispatcher.utter_message(response="utter_programmes_closed", names=names)
