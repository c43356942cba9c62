"""Graph component: which act a message is (Rasa: its intent)."""

from __future__ import annotations

from typing import Any, ClassVar

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from components.learner import Learner
from components.reading.act_model import ActModel

_RANKED = 10
_FACTS = {"pain_point", "sector", "employees", "place", "place_candidates", "place_outside", "country"}
_TELLING = {"pain_point", "sector", "place", "place_candidates"}
_SMALL_TALK = {"greet", "thank", "goodbye", "skip", "dont_know"}
"""Acts that are overruled when the message tells facts: "hello, we are a sawmill in Schwaz"."""
Ranking = list[tuple[str, float]]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ActReader(Learner):
    """Sets the intent. Below `threshold` it does not guess: facts make the message `inform`, else it is a fallback."""

    defaults: ClassVar[dict[str, Any]] = {
        "threshold": 0.4,
        "regularisation": 0.3,
        # What cannot be undone, or would hurt if we were wrong, needs more certainty.
        "certain": {"start_over": 0.85, "erase_data": 0.85, "abuse": 0.6, "out_of_scope_emergency": 0.6},
    }
    model: ActModel

    def learn(self, examples: list[Message]) -> ActModel:
        """Learn from all examples of all languages at once."""
        known = [(example.get("text"), example.get("intent")) for example in examples if example.get("text")]
        model = ActModel(regularisation=self.config["regularisation"])
        return model.fit([text for text, _ in known], [act for _, act in known])

    def read(self, message: Message, text: str) -> None:
        """Set intent and ranking."""
        ranking = self.model.rank(text) if self.model.knows(text) else [("nlu_fallback", 1.0)]
        facts = {entity["entity"] for entity in message.get("entities") or []} & _FACTS
        ranking = decided(ranking, text, facts, self._needed(ranking[0][0]))
        ranked = [{"name": act, "confidence": probability} for act, probability in ranking[:_RANKED]]
        message.set("intent", ranked[0], add_to_output=True)
        message.set("intent_ranking", ranked, add_to_output=True)

    def _needed(self, act: str) -> float:
        return float(self.config["certain"].get(act, self.config["threshold"]))


def decided(ranking: Ranking, text: str, facts: set[str], needed: float) -> Ranking:
    """Put the act we go by first: no words, too uncertain, small talk around facts, or simply the likeliest."""
    if not any(sign.isalnum() for sign in text):
        return [("nothing_said", 1.0), *ranking]
    act, chance = ranking[0]
    if facts and (chance < needed or (act in _SMALL_TALK and facts & _TELLING)):
        return [("inform", 1.0 - chance), *(other for other in ranking if other[0] != "inform")]
    if chance < needed or (act == "inform" and not facts):
        return [("nlu_fallback", 1.0 - chance), *ranking]
    return ranking
