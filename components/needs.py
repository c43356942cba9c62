"""Graph component: which needs a message tells."""

from __future__ import annotations

from typing import Any, ClassVar

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from components.entities import add_entity
from components.learner import Learner
from components.reading.need_model import NOT_NEEDED, Example, Need, NeedModel

ENTITY = "pain_point"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class NeedReader(Learner):
    """Adds an entity `pain_point` for each need; with the role `not_needed` where the firm says it is none."""

    defaults: ClassVar[dict[str, Any]] = {"certain_from": -0.2, "regularisation": 0.5}
    model: NeedModel

    def learn(self, examples: list[Message]) -> NeedModel:
        """Learn from the words marked in the training data; all other words tell no need."""
        marked = [Example(example.get("text"), _needs(example)) for example in examples if example.get("text")]
        return NeedModel(**self.config_of_model()).fit(marked)

    def config_of_model(self) -> dict[str, Any]:
        """Return the part of the configuration that is the model's."""
        return {key: self.config[key] for key in self.defaults}

    def read(self, message: Message, text: str) -> None:
        """Add the needs found."""
        for need in self.model.read(text):
            role = NOT_NEEDED if need.not_needed else None
            add_entity(message, ENTITY, need.id, need.start, need.end, role=role)


def _needs(example: Message) -> tuple[Need, ...]:
    entities = example.get("entities") or []
    return tuple(
        Need(entity["value"], entity["start"], entity["end"], entity.get("role") == NOT_NEEDED)
        for entity in entities
        if entity["entity"] == ENTITY
    )
