"""What is learnt from the training data, and how Rasa's examples become ours."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from rasa.shared.nlu.training_data.message import Message

from components.reading.examples import NOT_NEEDED, PAIN_POINT, Example, Need
from components.reading.language_model import LanguageModel
from components.reading.lessons import IMPLIED
from components.reading.other_languages import sentences
from components.reading.understanding import Understanding
from components.reading.words import words_of

_SELDOM = 0.005
"""An act in whose examples needs are rarer than this tells none."""


@dataclass(frozen=True)
class Learnt:
    """The trained models, and the acts with which firms tell needs."""

    understanding: Understanding
    languages: LanguageModel
    telling: frozenset[str]


def learn(messages: list[Message]) -> Learnt:
    """Train all models."""
    told = [message for message in messages if message.get("text")]
    examples = [example_of(message) for message in told]
    return Learnt(Understanding().fit(examples), learn_languages(told), telling(examples))


def example_of(message: Message) -> Example:
    """Return a training message with its act and the needs marked in it."""
    marked = [entity for entity in message.get("entities") or [] if entity["entity"] == PAIN_POINT]
    needs = [Need(one["value"], one["start"], one["end"], one.get("role") == NOT_NEEDED) for one in marked]
    return Example(message.get("text"), message.get("intent"), tuple(needs))


def learn_languages(messages: list[Message]) -> LanguageModel:
    """Learn from the examples' `metadata: {language: ...}`, and from sentences in languages that we do not speak."""
    known = [(message.get("text"), language) for message in messages if (language := language_of(message))]
    known += sentences()
    return LanguageModel().fit(
        [[word.text for word in words_of(text)] for text, _ in known], [name for _, name in known]
    )


def language_of(message: Message) -> str | None:
    """Return the language that the training file states for its examples."""
    metadata: dict[str, Any] = (message.get("metadata") or {}).get("intent") or {}
    return metadata.get("language")


def telling(examples: list[Example]) -> frozenset[str]:
    """Return the acts in whose examples needs are told or refused."""
    count, with_needs = Counter(one.act for one in examples), Counter(one.act for one in examples if one.needs)
    return frozenset(act for act in count if with_needs[act] > _SELDOM * count[act]) | IMPLIED.keys()
