"""Why? After talk of programmes it asks for their conditions; otherwise for the reason why we ask at all."""

from rasa_sdk.executor import CollectingDispatcher

from actions.after_result import AfterResult, Events
from actions.programmes.ask_eligibility import ActionAskEligibility
from actions.talk import Talk


class ActionAskWhy(AfterResult):
    """Explains verdicts, or why we ask."""

    def name(self) -> str:
        """Return the name under which domain.yml lists this action."""
        return "action_ask_why"

    def ready(self, talk: Talk) -> bool:
        """It can always be said why we ask."""
        return True

    def answer(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Explain what was told; a "why?" without anything told is about our questions."""
        if talk.is_about_programmes:
            return ActionAskEligibility(self._services).answer(dispatcher, talk)
        dispatcher.utter_message(response="utter_why")
        return []
