"""A firm that asks about programmes, turn by turn: actions run, and slots and events are kept, as in Rasa."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from refine_examples import domain

from actions.asides import aside
from actions.facts.ask_fact import ActionAskFact
from actions.facts.facts_form import ValidateFactsForm
from actions.facts.facts_settled import ActionFactsSettled
from actions.programmes.ask_why import ActionAskWhy
from actions.remember_facts import ActionValidateSlotMappings
from actions.wiring import Services

AUGSBURG = {"name": "Augsburg", "country": "DE", "region": "DE27", "province": "DE271", "lat": 48.37, "lon": 10.9}
FIRM = {
    "language": "de",
    "country": "DE",
    "region": "DE27",
    "province": "DE271",
    "place": AUGSBURG,
    "sector": ["C31"],
    "employees": 12,
    "pain_points": ["paperwork"],
}


class ProgrammeTalk:
    """A joinery in Augsburg that was told some programmes."""

    def __init__(self, wired: Services, *programmes: str, **slots: Any) -> None:
        self.wired = wired
        self.slots: dict[str, Any] = {**FIRM, **slots}
        if programmes:
            self.slots["result"] = {"hubs": [], "uncovered": [], "programmes": [{"id": id} for id in programmes]}
        self.events: list[dict[str, Any]] = [
            {"event": "slot", "name": name, "value": value} for name, value in self.slots.items()
        ]
        self.loop: str | None = None
        self.followed_by: str | None = None
        self.buttons: list[dict[str, Any]] = []

    def say(self, act: str, text: str, *entities: dict[str, Any]) -> list[str]:
        """Run the turn; return the names of responses, and texts that were put together, with plain spaces."""
        message = {"intent": {"name": act}, "entities": list(entities), "text": text}
        self.events.append({"event": "user", "parse_data": message, "text": text})
        dispatcher = CollectingDispatcher()
        self._run(ActionValidateSlotMappings(self.wired), message, dispatcher)
        if self.loop == "facts_form" or act == "ask_missing_facts":
            self._facts_form(message, dispatcher)
        elif action := ActionAskWhy(self.wired) if act == "why" else aside(act, self.wired):
            self._run(action, message, dispatcher)
        self.buttons = dispatcher.messages[-1].get("buttons", []) if dispatcher.messages else []
        return [said.get("response") or said["text"].replace("\N{NO-BREAK SPACE}", " ") for said in dispatcher.messages]

    def ask(self, dispatcher: CollectingDispatcher) -> None:
        """Ask for the fact that stands in its slot."""
        self._run(ActionAskFact(self.wired), {}, dispatcher)

    def _facts_form(self, message: dict[str, Any], dispatcher: CollectingDispatcher) -> None:
        """As Rasa does: validate, then ask, or end the form and go on as the rule says."""
        events = self._run(ValidateFactsForm(self.wired), message, dispatcher)
        if any(event["event"] == "action_execution_rejected" for event in events):
            self.loop = None
            self._keep([{"event": "slot", "name": "requested_slot", "value": None}])
        elif self.slots.get("requested_slot"):
            self.loop = "facts_form"
            self._run(ActionAskFact(self.wired), message, dispatcher)
        else:
            self.loop = None
            self._run(ActionFactsSettled(self.wired), message, dispatcher)

    def _run(self, action: Action, message: dict[str, Any], dispatcher: CollectingDispatcher) -> list[dict[str, Any]]:
        loop = {"name": self.loop} if self.loop else {}
        tracker = Tracker("test", self.slots, message, self.events, False, None, loop, "action_listen")
        events: list[dict[str, Any]] = action.run(dispatcher, tracker, domain())
        for said in dispatcher.messages:
            assert "{" not in (said.get("text") or ""), f"a placeholder was left open: {said['text']}"
        self.followed_by = next((event["name"] for event in events if event["event"] == "followup"), None)
        self._keep(events)
        return events

    def _keep(self, events: list[dict[str, Any]]) -> None:
        self.events += events
        self.slots |= {event["name"]: event["value"] for event in events if event["event"] == "slot"}
