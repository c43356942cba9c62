"""A firm in Bruneck that talks about its result: the actions run as the action server runs them."""

from functools import cache
from typing import Any

import yaml
from catalogue_examples import ROOT
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.asides import aside
from actions.limits import limits_from
from actions.talk import Talk
from actions.tell_hubs import tell_proposal
from actions.told_result import with_team
from actions.wiring import Services
from alpine_catalogue.matching.search import Limits

BRUNECK = {"name": "Bruneck", "country": "IT", "region": "ITH1", "province": "ITH10", "lat": 46.797, "lon": 11.938}
FIRM = {
    "country": "IT",
    "region": "ITH1",
    "province": "ITH10",
    "place": BRUNECK,
    "sector": ["C31"],
    "employees": 12,
    "pain_points": ["machine_downtime", "online_sales"],
}


@cache
def domain() -> dict[str, Any]:
    files = [ROOT / "domain.yml", *sorted((ROOT / "data" / "responses").glob("*.yml"))]
    bodies = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    responses = {name: said for body in bodies for name, said in body.get("responses", {}).items()}
    return {**bodies[0], "responses": responses}


class Conversation:
    """A firm in Bruneck after its result, told turn by turn; keeps slots as Rasa would."""

    def __init__(self, wired: Services, language: str = "en", **slots: Any) -> None:
        self.wired = wired
        self.slots: dict[str, Any] = {**FIRM, "language": language, **slots}
        self.loop: dict[str, Any] = {}
        self.followed_by: str | None = None

    def with_result(self) -> "Conversation":
        talk = Talk(self.tracker("ask_hubs", "", ()), domain(), self.wired)
        proposal = self.wired.matcher().propose(talk.search())
        told = tell_proposal(CollectingDispatcher(), talk.cards, talk.wording, proposal)
        self.slots["result"] = with_team({"programmes": [{"id": "kept"}]}, told, proposal.uncovered)
        return self

    def tracker(self, act: str, text: str, entities: tuple[dict[str, Any], ...]) -> Tracker:
        message = {"intent": {"name": act}, "entities": list(entities), "text": text}
        return Tracker("test", self.slots, message, [], False, None, self.loop, "action_listen")

    def say(self, act: str, text: str = "", *entities: dict[str, Any]) -> list[str]:
        """Run the action that answers the act; return the names of the responses, and the texts."""
        dispatcher, action = CollectingDispatcher(), aside(act, self.wired)
        assert action is not None
        events = action.run(dispatcher, self.tracker(act, text, entities), domain())
        self.slots |= {event["name"]: event["value"] for event in events if event["event"] == "slot"}
        self.followed_by = next((event["name"] for event in events if event["event"] == "followup"), None)
        for message in dispatcher.messages:
            assert "{" not in (message.get("text") or ""), "a placeholder was left open"
        return [message.get("response") or message["text"] for message in dispatcher.messages]

    @property
    def hubs(self) -> list[str]:
        return [hub["id"] for hub in self.slots["result"]["hubs"]]

    @property
    def limits(self) -> Limits:
        return limits_from(self.slots.get("limits"))

    def hub(self, number: int) -> Any:
        return self.wired.catalogue.hubs()[self.hubs[number - 1]]


def entity(name: str, value: Any, text: str, within: str) -> dict[str, Any]:
    start = within.index(text)
    return {"entity": name, "value": value, "start": start, "end": start + len(text)}
