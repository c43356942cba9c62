"""Says what was noted of the firm's facts, and which fact cannot be."""

from typing import Any

from babel.numbers import format_decimal
from rasa_sdk.executor import CollectingDispatcher

from actions.facts.heard_facts import FactsHeard
from actions.programmes.voice import Voice
from alpine_catalogue.eligibility.fact_kinds import FactKind

_FIGURES = ("count", "money", "share", "figure")
_NEVER = "none"


def say_refused(dispatcher: CollectingDispatcher, heard: FactsHeard, voice: Voice) -> None:
    """Name the facts that cannot be; nothing of them was kept."""
    if heard.refused:
        dispatcher.utter_message(response="utter_fact_cannot_be", facts=voice.facts(heard.refused))


def say_noted(dispatcher: CollectingDispatcher, heard: FactsHeard, voice: Voice) -> None:
    """Name the facts that were told in passing, so that a wrong one is seen at once."""
    if heard.noted:
        told = "; ".join(fact_told(voice, name, value) for name, value in heard.noted.items())
        dispatcher.utter_message(response="utter_facts_noted", facts=told)


def fact_told(voice: Voice, name: str, value: Any) -> str:
    """Return a fact with its value, as `yearly turnover: EUR 2,000,000`."""
    told = _value(voice, voice.names.kinds[name], value)
    return voice.say("fact_value", fact=voice.names.fact(name), value=told) if told else voice.names.fact(name)


def _value(voice: Voice, kind: FactKind, value: Any) -> str:
    if isinstance(value, bool):
        return voice.say("button_yes" if value else "button_no")
    if value == _NEVER:
        return voice.say("not_yet")
    if kind.form in _FIGURES:
        ends = value if isinstance(value, list) else [value, value]
        return " – ".join(dict.fromkeys("…" if end is None else _figure(voice, kind, end) for end in ends))
    return str(value) if kind.form == "day" else ""


def _figure(voice: Voice, kind: FactKind, value: float) -> str:
    """A sum stands without a currency: it was told in the firm's own."""
    if kind.form == "share":
        return voice.names.percent(value)
    return str(format_decimal(value, locale=voice.names.language))
