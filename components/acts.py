"""Graph component: which act a message is (Rasa: its intent)."""

from __future__ import annotations

from typing import Any, ClassVar

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from components.entities import spans
from components.learner import Learner
from components.reading.act_model import ActModel

_RANKED = 10
_FACTS = ("pain_point", "sector", "employees", "place", "place_candidates", "place_outside", "country")
Ranking = list[tuple[str, float]]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ActReader(Learner):
    """Sets the intent. Below `threshold` it does not guess: facts make the message `inform`, else it is a fallback."""

    defaults: ClassVar[dict[str, Any]] = {"threshold": 0.4, "regularisation": 0.3}
    model: ActModel

    def learn(self, examples: list[Message]) -> ActModel:
        """Learn from all examples of all languages at once."""
        known = [(example.get("text"), example.get("intent")) for example in examples if example.get("text")]
        model = ActModel(regularisation=self.config["regularisation"])
        return model.fit([text for text, _ in known], [act for _, act in known])

    def read(self, message: Message, text: str) -> None:
        """Set intent and ranking."""
        ranking = decided(self.model.rank(text), text, bool(spans(message, *_FACTS)), self.config["threshold"])
        ranked = [{"name": act, "confidence": probability} for act, probability in ranking[:_RANKED]]
        message.set("intent", ranked[0], add_to_output=True)
        message.set("intent_ranking", ranked, add_to_output=True)


def decided(ranking: Ranking, text: str, has_facts: bool, threshold: float) -> Ranking:
    """Put the act we go by first: no words, too uncertain, or the likeliest."""
    if not any(sign.isalnum() for sign in text):
        return [("nothing_said", 1.0), *ranking]
    if ranking[0][1] >= threshold and (ranking[0][0] != "inform" or has_facts):
        return ranking
    if has_facts:
        return [("inform", 1.0 - ranking[0][1]), *((act, chance) for act, chance in ranking if act != "inform")]
    return [("nlu_fallback", 1.0 - ranking[0][1]), *ranking]
