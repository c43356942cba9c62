"""Graph component: which of the five languages a message is in."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from components.entities import add_entity, spans
from components.learner import Learner
from components.reading.language_model import LanguageModel
from components.reading.language_names import language_named

_LIKELY = 0.6


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class LanguageReader(Learner):
    """Adds the entity `language` where a message is clear enough to switch, otherwise `language_guess`."""

    model: LanguageModel

    def learn(self, examples: list[Message]) -> LanguageModel:
        """Learn from the examples' `metadata: {language: ...}`; those without one are left out."""
        told = [(example.get("text"), language_of(example)) for example in examples]
        known = [(text, language) for text, language in told if text and language]
        return LanguageModel().fit([text for text, _ in known], [language for _, language in known])

    def read(self, message: Message, text: str) -> None:
        """Judge the text without the names of places; a hint of the channel only serves as a guess."""
        if wanted := language_named(text):
            add_entity(message, "language_wanted", wanted, 0, len(text))
        names = [text[start:end] for start, end in spans(message, "place", "place_candidates", "place_outside")]
        guess = self.model.guess(text, names)
        hint = (message.get("metadata") or {}).get("language")
        if guess and guess.clear:
            add_entity(message, "language", guess.language, 0, len(text))
        elif likeliest := hint or (guess and guess.probability >= _LIKELY and guess.language):
            add_entity(message, "language_guess", likeliest, 0, len(text))


def language_of(example: Message) -> str | None:
    """Return the language that the training file states for its examples."""
    metadata: dict[str, Any] = (example.get("metadata") or {}).get("intent") or {}
    return metadata.get("language")
