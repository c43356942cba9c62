"""Would we get it? Why, and why not? Every condition of one programme, or a line for each that was told."""

from collections.abc import Sequence
from typing import ClassVar

from rasa_sdk.executor import CollectingDispatcher

from actions.programmes.about_programmes import AboutProgrammes
from actions.programmes.advice import Advice
from actions.programmes.card import line
from actions.programmes.explanation import explanation
from actions.programmes.offer_facts import offer_facts
from alpine_catalogue.eligibility.outcome import Outcome

_MOST = 2
"""Explanations in one answer; of more, each programme gets a line."""


class ActionAskEligibility(AboutProgrammes):
    """Explains the verdict on the programme that is meant."""

    one_at_a_time: ClassVar[bool] = True

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_ask_eligibility"

    def tell(self, dispatcher: CollectingDispatcher, advice: Advice, outcomes: Sequence[Outcome]) -> None:
        """Explain one or two; otherwise tell the verdict on each, and that one can ask why."""
        numbered = [(advice.number(outcome.programme.id), outcome) for outcome in outcomes]
        if advice.meant.ids and len(outcomes) <= _MOST:
            for number, outcome in numbered:
                dispatcher.utter_message(text=explanation(advice.voice, number, outcome))
        else:
            dispatcher.utter_message(text="\n".join(line(advice.voice, *one) for one in numbered))
            dispatcher.utter_message(response="utter_ask_why")
        offer_facts(dispatcher, advice, outcomes)
