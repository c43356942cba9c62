"""Graph component: hears the same intent in every message."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

INTENT = "anything"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SameIntent(GraphComponent):
    """Costs as little as a classifier can."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SameIntent:
        """Need nothing."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent."""
        for message in messages:
            message.set("intent", {"name": INTENT, "confidence": 1.0}, add_to_output=True)
        return messages
