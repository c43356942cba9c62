"""How much would we get? For the cost that was told, or as a range."""

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.programmes.about_programmes import AboutProgrammes
from actions.programmes.advice import Advice
from actions.programmes.amount_told import amount_told
from actions.programmes.card import headed
from actions.programmes.verdict_told import verdict_told
from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.values import ENDLESS, Interval

_GETS_IT = (Verdict.ELIGIBLE,)


class ActionAskAmount(AboutProgrammes):
    """Tells sums, and of a programme that is not sure to pay also why."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_ask_amount"

    def tell(self, dispatcher: CollectingDispatcher, advice: Advice, outcomes: Sequence[Outcome]) -> None:
        """Tell a line for each; ask for the cost where none was told."""
        cost: Interval | None = advice.facts.values.get("cost")
        lines = [headed(advice.voice, advice.number(one.programme.id), one, _told(advice, one)) for one in outcomes]
        if cost and cost[1] < ENDLESS:
            lines = [advice.voice.say("amount_for_cost", cost=_span(advice, outcomes[0], cost)), *lines]
        dispatcher.utter_message(text="\n".join(lines))
        if cost is None:
            dispatcher.utter_message(response="utter_amount_tell_cost")


def _told(advice: Advice, outcome: Outcome) -> str:
    amount = amount_told(advice.voice, outcome)
    return amount if outcome.verdict in _GETS_IT else f"{amount} {verdict_told(advice.voice, outcome)}"


def _span(advice: Advice, outcome: Outcome, cost: Interval) -> str:
    low, high = (advice.voice.names.money(end, outcome.programme.rules["currency"]) for end in cost)
    return low if low == high else advice.voice.say("amount_range", low=low, high=high)
