"""Tells which verdicts an answer has changed."""

from rasa_sdk.executor import CollectingDispatcher

from actions.facts.asked_for import AskedFor
from actions.programmes.advice import Advice
from actions.programmes.card import line


def say_changes(dispatcher: CollectingDispatcher, advice: Advice, asked_for: AskedFor) -> None:
    """Tell a line for each verdict that is another one now."""
    pairs = zip(asked_for.outcomes_before, asked_for.outcomes, strict=True)
    changed = [now for before, now in pairs if before.verdict is not now.verdict]
    if changed:
        lines = [line(advice.voice, advice.number(one.programme.id), one) for one in changed]
        dispatcher.utter_message(text="\n".join([advice.voice.say("facts_changed"), *lines]))
