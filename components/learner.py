"""The frame of a graph component that learns a model from the training data."""

from __future__ import annotations

from typing import Any, ClassVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.stored import fetch, keep


class Learner(GraphComponent):
    """Learns a model, keeps it, and adds what the model says to each message."""

    defaults: ClassVar[dict[str, Any]] = {}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: Any = None) -> None:
        """Take the configuration, where to keep the model, and the model once there is one."""
        self.config, self._storage, self._resource, self.model = config, storage, resource, model

    @classmethod
    def get_default_config(cls) -> dict[str, Any]:
        """Return the settings that config.yml may change."""
        return dict(cls.defaults)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Learner:
        """Start untrained."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Learner:
        """Start with the model that was trained."""
        return cls(config, model_storage, resource, fetch(model_storage, resource))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and keep the model."""
        self.model = self.learn(training_data.intent_examples)
        keep(self.model, self._storage, self._resource)
        return self._resource

    def learn(self, examples: list[Message]) -> Any:
        """Return the trained model."""
        raise NotImplementedError

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave the training data as it is: no component here needs what another one adds to it."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Read each message."""
        for message in messages:
            self.read(message, message.get("text") or "")
        return messages

    def read(self, message: Message, text: str) -> None:
        """Add what the model says of the text to the message."""
        raise NotImplementedError
