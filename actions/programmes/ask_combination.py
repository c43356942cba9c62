"""What goes together? Which programmes exclude each other and why, and which set brings the most money."""

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.programmes.about_programmes import AboutProgrammes
from actions.programmes.advice import Advice
from actions.programmes.together_told import together_told
from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.outcome import Outcome

_MAY_FIT = (Verdict.ELIGIBLE, Verdict.UNKNOWN)


class ActionAskCombination(AboutProgrammes):
    """Compares the programmes named; one that is named alone is compared with those told that may fit."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_ask_combination"

    def tell(self, dispatcher: CollectingDispatcher, advice: Advice, outcomes: Sequence[Outcome]) -> None:
        """Tell the pairs and the best combination; say so where there are not two to compare."""
        compared = self._compared(advice, outcomes)
        if len(compared) < 2:  # noqa: PLR2004 - a pair
            dispatcher.utter_message(response="utter_together_too_few")
            return
        dispatcher.utter_message(text=together_told(advice.voice, compared, advice.told))

    @staticmethod
    def _compared(advice: Advice, outcomes: Sequence[Outcome]) -> list[Outcome]:
        named = [one for one in outcomes if one.programme.id in advice.meant.ids]
        if len(named) > 1:
            return named
        others = [one for one in advice.outcomes(advice.told) if one.programme.id not in advice.meant.ids]
        return [*named, *(one for one in others if one.verdict in _MAY_FIT)]
