"""What all answers about a result have in common: the turn, and what is said while there is no result yet."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.talk import Talk
from actions.wiring import Services, services

Events = list[dict[str, Any]]


class AfterResult(Action, ABC):
    """Answers from what was told; before anything was, it asks about the firm."""

    before_any: ClassVar[str] = "utter_first_the_firm"
    """What is said while there is nothing to answer from."""

    def __init__(self, wired: Services | None = None) -> None:
        """Take the services; those of the settings by default."""
        self._services = wired or services()

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> Events:
        """Answer, or say that the firm has to be known first and start its questions (unless they are being asked)."""
        talk = Talk(tracker, domain, self._services)
        return self.answer(dispatcher, talk) if self.ready(talk) else self.not_ready(dispatcher, talk)

    def not_ready(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Say what has to come first, and let the questions about the firm begin."""
        dispatcher.utter_message(response=self.before_any)
        return [] if talk.tracker.active_loop.get("name") else [FollowupAction("profile_form")]

    def ready(self, talk: Talk) -> bool:
        """Tell if there is something to answer from: hubs that were told, or one that is named."""
        return bool(talk.told or talk.meant.ids)

    @abstractmethod
    def answer(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Utter the answer; return what has changed."""
