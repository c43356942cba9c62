"""Graph component: reads a message once, for everything it tells: act, needs, facts about the firm, language.

One component and not four, because each step of Rasa's graph costs every message more than most of the reading does.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.entities import at_original_places
from components.facts import FactReader
from components.learnt import Learnt, learn
from components.one_message import read_into
from components.reading.cleaning import cleaned
from components.stored import fetch, keep

_READ = ("intent", "intent_ranking", "entities")


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER],
    is_trainable=True,
)
class MessageReader(GraphComponent):
    """Learns acts, needs and languages from the training data; facts it reads by the catalogue's words."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        """Take the configuration and where to keep the models."""
        self._config, self._storage, self._resource = config, storage, resource
        self._learnt: Learnt | None = None
        self._facts: FactReader | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the settings that config.yml may change."""
        return {
            **FactReader.get_default_config(),
            # A need is told from this score on, and an act from this probability on; below, nothing is guessed.
            "need_from": -0.8,
            "threshold": 0.4,
            # What cannot be undone, or would hurt if we were wrong, needs more certainty.
            "certain": {"start_over": 0.85, "erase_data": 0.85, "abuse": 0.6, "out_of_scope_emergency": 0.6},
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MessageReader:
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
    ) -> MessageReader:
        """Start with the models that were trained, and with the catalogue's words as they are now."""
        reader = cls(config, model_storage, resource)
        reader._learnt = fetch(model_storage, resource)
        reader._facts = FactReader.create(config, model_storage, resource, execution_context)
        return reader

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and keep the models."""
        keep(learn(training_data.intent_examples), self._storage, self._resource)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Read each message; what is found points into the text as it was typed."""
        assert self._learnt and self._facts, "only a loaded model reads"
        for message in messages:
            text = cleaned(message.get("text") or "")
            metadata = {**(message.get("metadata") or {}), **({"cut": True} if text.cut else {})}
            draft = Message({"text": text.text, "metadata": metadata, "entities": []})
            read_into(draft, self._learnt, self._facts, self._config)
            at_original_places(draft, text)
            for name in _READ:
                message.set(name, draft.get(name), add_to_output=True)
        return messages
