"""What is said before the next fact is asked for: an answer in between, an example where no answer could be read."""

from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.asides import aside
from actions.facts.heard_facts import QUESTION
from actions.facts.said_of_facts import say_noted, say_refused
from actions.fallback import LADDER, ladder_step, not_understood_in_a_row
from actions.interjections import answer_to
from actions.notes import notes_on
from actions.programmes.advice import Advice
from actions.turn import profile_before

_ANSWERS = ("affirm", "deny", "inform", "correct", "withdraw", "nlu_fallback")
"""Acts that should have been an answer: they are helped with an example and not answered as interjections."""


def between_questions(dispatcher: CollectingDispatcher, advice: Advice) -> list[dict[str, Any]]:
    """Say what the message calls for; return what an answer in between has changed."""
    talk, heard = advice.talk, advice.heard
    for response, values in notes_on(profile_before(talk.tracker), talk.profile, talk.heard):
        dispatcher.utter_message(response=response, **values)
    say_refused(dispatcher, heard, advice.voice)
    say_noted(dispatcher, heard, advice.voice)
    if heard.answer.declined:
        dispatcher.utter_message(response="utter_dont_know" if talk.heard.act == "dont_know" else "utter_skip")
    if heard.answer.read or heard.refused:
        return []
    if talk.heard.act in _ANSWERS:
        if not heard.noted and heard.profile == profile_before(talk.tracker):
            dispatcher.utter_message(response=_help(advice))
        return []
    if action := aside(talk.heard.act, talk.services):
        return list(action.run(dispatcher, talk.tracker, talk.domain))
    if answer := answer_to(talk.heard.act, QUESTION, talk.domain["responses"]):
        dispatcher.utter_message(response=answer)
    return []


def _help(advice: Advice) -> str:
    """An example first; who is not understood again and again is offered a person."""
    tracker = advice.talk.tracker
    if not_understood_in_a_row(tracker) >= len(LADDER):
        return ladder_step(tracker)
    kind = advice.talk.services.kinds[tracker.get_slot("asked_fact")]
    example = f"example_{kind.form}"
    return f"utter_{example}" if advice.talk.wording.has(example) else "utter_example_other"
