"""Reads one message: what each reader finds goes in, and what does not fit together comes out again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa.shared.nlu.training_data.message import Message

from components.entities import add_entity, spans, without_entities
from components.facts import FactReader
from components.learnt import Learnt
from components.reading.act_choice import chosen
from components.reading.examples import NOT_NEEDED, PAIN_POINT
from components.reading.language_model import LanguageGuess
from components.reading.language_names import OTHER, language_named
from components.reading.lessons import IMPLIED
from components.reading.seen import Seen, look
from components.reading.words import without

_RANKED = 10
_LIKELY = 0.6
_NAMES = ("place", "place_candidates", "place_outside")
_CHANGE = "change_language"


def read_into(message: Message, learnt: Learnt, facts: FactReader, config: Mapping[str, Any]) -> None:
    """Set intent, ranking and entities. A message in a language that we do not speak tells us nothing but that."""
    text = message.get("text")
    seen = look([text])[0]
    understood = learnt.understanding.read(seen, config["need_from"])
    for need in understood.needs:
        add_entity(message, PAIN_POINT, need.id, need.start, need.end, role=NOT_NEEDED if need.not_needed else None)
    facts.process([message])
    if _in_a_foreign_language(message, _language(message, seen, learnt)):
        return
    named = {entity["entity"] for entity in message.get("entities")}
    certain = {act: float(least) for act, least in config["certain"].items()}
    ranking = understood.ranking if understood.known else [("nlu_fallback", 1.0)]
    ranking = chosen(ranking, text, named, certain, float(config["threshold"]))
    _set_act(message, ranking)
    _fit_needs_to_act(message, ranking[0][0], learnt)


def _language(message: Message, seen: Seen, learnt: Learnt) -> LanguageGuess | None:
    """Judge the language by the words that name no place; all words where there are no others."""
    words = without(seen.words, spans(message, *_NAMES))
    return learnt.languages.guess(words or seen.rows[0])


def _in_a_foreign_language(message: Message, guess: LanguageGuess | None) -> bool:
    """Add what the language is; a hint of the channel only serves as a guess."""
    text, hint = message.get("text"), (message.get("metadata") or {}).get("language")
    if guess and guess.language == OTHER:
        without_entities(message, keep=("message_cut",))
        add_entity(message, "language_wanted", OTHER, 0, len(text))
        _set_act(message, [(_CHANGE, guess.probability)])
        return True
    if wanted := language_named(text):
        add_entity(message, "language_wanted", wanted, 0, len(text))
    if guess and guess.clear:
        add_entity(message, "language", guess.language, 0, len(text))
    elif likeliest := hint or (guess and guess.probability >= _LIKELY and guess.language):
        add_entity(message, "language_guess", likeliest, 0, len(text))
    return False


def _set_act(message: Message, ranking: list[tuple[str, float]]) -> None:
    ranked = [{"name": act, "confidence": probability} for act, probability in ranking[:_RANKED]]
    message.set("intent", ranked[0], add_to_output=True)
    message.set("intent_ranking", ranked, add_to_output=True)


def _fit_needs_to_act(message: Message, act: str, learnt: Learnt) -> None:
    """Small talk and the like tell no need; who asks for money or for the maturity check tells one by asking."""
    if act not in learnt.telling:
        without_entities(message, drop=(PAIN_POINT,))
    implied = IMPLIED.get(act)
    if implied and implied not in {e["value"] for e in message.get("entities") if e["entity"] == PAIN_POINT}:
        add_entity(message, PAIN_POINT, implied, 0, len(message.get("text")))
