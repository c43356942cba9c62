"""Reads a turn out of Rasa's tracker for the facts about the firm: the same answer for every action of the turn."""

from rasa_sdk import Tracker

from actions.facts.answers import AnswerReader
from actions.facts.heard_facts import QUESTION, Before, FactsHeard, hear
from actions.facts.known import flat
from actions.profile import Heard, Profile
from actions.turn import heard_in, slots_before
from actions.wiring import Services


def facts_heard(tracker: Tracker, services: Services) -> FactsHeard:
    """Return what the latest message told, seen from what was known before it."""
    slots, heard = slots_before(tracker), heard_in(tracker)
    asked = slots.get("asked_fact") if heard.question == QUESTION else None
    before = Before(Profile.of(slots), flat(slots.get("firm_facts")), asked)
    named = [(mention.start, mention.end) for mention in services.programme_names().mentions(heard.text)]
    return hear(heard, before, _reader(slots.get("language"), heard, services), services.kinds, named)


def _reader(known: str | None, heard: Heard, services: Services) -> AnswerReader:
    language = heard.first("language") or known or heard.first("language_guess") or "en"
    words = services.vocabulary.facts
    return AnswerReader(words, words.reading(language, services.today()))
