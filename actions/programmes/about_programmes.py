"""What all answers about programmes have in common: which are meant, which fact told cannot be, what "it" means."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.after_result import AfterResult, Events
from actions.facts.said_of_facts import say_noted, say_refused
from actions.programmes.advice import Advice
from actions.talk import Talk
from actions.told_result import about_programmes
from alpine_catalogue.eligibility.outcome import Outcome


class AboutProgrammes(AfterResult):
    """Answers for the programmes that the message means; for all that were told where it means none."""

    before_any: ClassVar[str] = "utter_programmes_what_to_ask"
    one_at_a_time: ClassVar[bool] = False
    """Whether the answer is so long that several of the same name are asked back."""

    def not_ready(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """After a result without a programme the firm is known already: it can only ask for one by name."""
        if not talk.result.get("hubs"):
            return super().not_ready(dispatcher, talk)
        dispatcher.utter_message(response="utter_no_programme_told")
        return []

    def ready(self, talk: Talk) -> bool:
        """Any programme of the catalogue can be asked about by name, without a result."""
        advice = Advice(talk)
        return bool(advice.told or advice.meant.ids)

    def answer(self, dispatcher: CollectingDispatcher, talk: Talk) -> Events:
        """Tell the answer, or ask back; one programme named is "it" from now on."""
        advice = Advice(talk)
        if not talk.tracker.active_loop.get("name"):  # a form has said it already
            say_refused(dispatcher, advice.heard, advice.voice)
            say_noted(dispatcher, advice.heard, advice.voice)
        if not advice.day_is_known:
            dispatcher.utter_message(response="utter_day_not_known", day=advice.voice.names.day(advice.on))
            return []
        if advice.meant.beyond:
            names = talk.wording.listed(advice.titled(id) for id in advice.told)
            dispatcher.utter_message(response="utter_no_such_number", number=advice.meant.beyond, names=names)
            return []
        if self.one_at_a_time and advice.meant.unclear:
            return self._asked_back(dispatcher, advice)
        if advice.on > talk.services.today():
            dispatcher.utter_message(response="utter_for_day", day=advice.voice.names.day(advice.on))
        self.tell(dispatcher, advice, advice.outcomes(advice.meant.ids or advice.told))
        named = advice.meant.ids
        return [SlotSet("result", about_programmes(talk.result, named[0] if len(named) == 1 else None))]

    @abstractmethod
    def tell(self, dispatcher: CollectingDispatcher, advice: Advice, outcomes: Sequence[Outcome]) -> None:
        """Utter the answer for these programmes."""

    @staticmethod
    def _asked_back(dispatcher: CollectingDispatcher, advice: Advice) -> Events:
        names = [advice.talk.services.programme_names().short(id) for id in advice.meant.unclear]
        payloads = [advice.voice.say("button_eligibility", name=name) for name in names]
        buttons = [{"title": name, "payload": payload} for name, payload in zip(names, payloads, strict=True)]
        dispatcher.utter_message(text=advice.voice.say("which_programme"), buttons=buttons)
        return []
