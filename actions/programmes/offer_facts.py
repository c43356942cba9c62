"""Offers to ask for what is missing, where an answer of the firm can still settle a verdict."""

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.facts.deciding import deciding_facts
from actions.programmes.advice import Advice
from alpine_catalogue.eligibility.outcome import Outcome


def offer_facts(dispatcher: CollectingDispatcher, advice: Advice, outcomes: Sequence[Outcome]) -> None:
    """Say which facts would settle it, with a button that asks for them; nothing while a question stands open."""
    facts = deciding_facts(outcomes, advice.firm_facts, advice.talk.services.kinds)
    if facts and not advice.talk.tracker.active_loop.get("name"):
        dispatcher.utter_message(response="utter_offer_facts", facts=advice.voice.facts(facts))
