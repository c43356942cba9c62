"""What do you still need to know? The names of the facts, where the questions themselves have to wait."""

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.facts.deciding import deciding_facts
from actions.programmes.about_programmes import AboutProgrammes
from actions.programmes.advice import Advice
from alpine_catalogue.eligibility.outcome import Outcome


class ActionMissingFacts(AboutProgrammes):
    """Answers while another question stands open; otherwise the form about single facts asks for them at once."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_missing_facts"

    def tell(self, dispatcher: CollectingDispatcher, advice: Advice, outcomes: Sequence[Outcome]) -> None:
        """Name the facts, or say that none is missing."""
        facts = deciding_facts(outcomes, advice.firm_facts, advice.talk.services.kinds)
        if facts:
            dispatcher.utter_message(response="utter_facts_missing", facts=advice.voice.facts(facts))
        else:
            dispatcher.utter_message(response="utter_facts_none_missing")
