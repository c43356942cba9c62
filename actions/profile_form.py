"""The form that gets to know the firm: which question is asked, and what is said before it."""

from collections.abc import Iterator
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecutionRejected, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.asides import aside
from actions.facts.heard_facts import FactsHeard
from actions.facts.said_of_facts import say_noted, say_refused
from actions.fallback import ladder_step
from actions.interjections import LEAVE_THE_FORM, REFINING, answer_to
from actions.notes import notes_on
from actions.profile import Profile
from actions.programmes.advice import Advice
from actions.talk import Talk
from actions.turn import heard_in, profile_before, profile_now
from actions.wiring import Services, services

QUESTIONS = ("pain_points", "region", "sector", "employees")
"""In the order in which they are asked: first what hurts, then where, then the rest."""


def next_question(profile: Profile) -> str | None:
    """Return the first question that is neither answered nor declined; an ambiguous place is settled first."""
    declined = profile.skipped or ()
    if profile.place_candidates and "place_candidates" not in declined:
        return "place_candidates"
    return next((name for name in QUESTIONS if not getattr(profile, name) and name not in declined), None)


class ValidateProfileForm(Action):
    """Answers interjections, says what was understood differently than before, and chooses the next question."""

    def __init__(self, wired: Services | None = None) -> None:
        """Take the services; those of the settings by default."""
        self._services = wired or services()

    def name(self) -> str:
        """Return the name that Rasa looks for."""
        return "validate_profile_form"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Return the next question as `requested_slot`; reject the form when the act ends it."""
        heard, now = heard_in(tracker), profile_now(tracker)
        if heard.act in LEAVE_THE_FORM:
            return [ActionExecutionRejected(self.name().removeprefix("validate_"))]
        advice = Advice(Talk(tracker, domain, self._services))
        say_refused(dispatcher, advice.heard, advice.voice)
        say_noted(dispatcher, advice.heard, advice.voice)
        for response, values in self._said_before_the_question(tracker, domain, advice.heard):
            dispatcher.utter_message(response=response, **values)
        events = self._answered_beside(dispatcher, tracker, domain)
        return [*events, SlotSet("skipped", now.skipped), SlotSet("requested_slot", next_question(now))]

    def _answered_beside(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Answer what needs more than one response, such as a question about a hub, while a question stands open."""
        heard = heard_in(tracker)
        changed = profile_before(tracker).changes(profile_now(tracker))
        action = (
            aside(heard.act, self._services) if heard.question and not (heard.act in REFINING and changed) else None
        )
        return action.run(dispatcher, tracker, domain) if action else []

    @staticmethod
    def _said_before_the_question(
        tracker: Tracker, domain: DomainDict, facts: FactsHeard
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        heard, before, now = heard_in(tracker), profile_before(tracker), profile_now(tracker)
        yield from notes_on(before, now, heard)
        if heard.act == "nlu_fallback" and facts.noted:
            return  # "Umsatz 2 Mio" was understood after all
        if heard.act == "nlu_fallback":
            yield ladder_step(tracker), {}
        elif heard.act in REFINING and before.changes(now):
            return  # "in Austria" was the answer to our question, not a wish about hubs
        elif answer := answer_to(heard.act, heard.question, domain["responses"]):
            yield answer, {}
