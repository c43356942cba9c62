"""Until when can we apply? Dates as people write them, and whom to ask where no source tells them."""

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.citing import cited
from actions.programmes.about_programmes import AboutProgrammes
from actions.programmes.advice import Advice
from actions.programmes.card import headed
from actions.programmes.window_told import selection_told, window_told
from alpine_catalogue.eligibility.outcome import Outcome


class ActionAskDeadline(AboutProgrammes):
    """Tells the dates of the programmes meant."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_ask_deadline"

    def tell(self, dispatcher: CollectingDispatcher, advice: Advice, outcomes: Sequence[Outcome]) -> None:
        """Tell a line for each; of a single one the source too."""
        voice = advice.voice
        lines = [headed(voice, advice.number(one.programme.id), one, _told(advice, one)) for one in outcomes]
        if len(outcomes) == 1:
            programme = outcomes[0].programme
            lines.append(cited(voice.wording, programme.source, programme.checked))
        dispatcher.utter_message(text="\n".join(lines))


def _told(advice: Advice, outcome: Outcome) -> str:
    return " ".join(filter(None, (window_told(advice.voice, outcome), selection_told(advice.voice, outcome))))
