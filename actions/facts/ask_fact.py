"""Asks for one fact, with the registry's question and with buttons where the answers can be counted."""

from collections.abc import Iterator
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.turn import profile_now
from actions.wiring import Services, services
from actions.wording import Wording
from alpine_catalogue.eligibility.fact_kinds import FactKind
from alpine_catalogue.languages import in_language

_YES_OR_NO = ("flag", "step")


class ActionAskFact(Action):
    """The question of the form about single facts."""

    def __init__(self, wired: Services | None = None) -> None:
        """Take the services; those of the settings by default."""
        self._services = wired or services()

    def name(self) -> str:
        """Return the name that Rasa looks for when the form asks for `fact_answer`."""
        return "action_ask_facts_form_fact_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Ask, with buttons."""
        kind = self._services.kinds[tracker.get_slot("asked_fact")]
        wording = Wording(domain, profile_now(tracker).language or "en")
        titles = [*_answers(kind, wording), *(wording.phrase(one) for one in ("button_dont_know", "button_stop"))]
        buttons = [{"title": title, "payload": title} for title in titles]
        dispatcher.utter_message(text=in_language(kind.question, wording.language), buttons=buttons)
        return []


def _answers(kind: FactKind, wording: Wording) -> Iterator[str]:
    if kind.form in _YES_OR_NO:
        yield from (wording.phrase(one) for one in ("button_yes", "button_no"))
    yield from (in_language(names, wording.language) for names in kind.choice_names.values())
