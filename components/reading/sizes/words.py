"""The words of `words.yml`, and what single words tell: people of a firm, other things, signs that part."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from components.reading.phrases import Phrases
from components.reading.tokens import PLACE, SEPARATORS, TRADE, Tokens


@cache
def _data() -> Mapping[str, Any]:
    told: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
    return told


@cache
def cue(name: str) -> Phrases:
    """Return one list of words or phrases."""
    return Phrases(_data()[name])


@cache
def groups() -> Mapping[str, int]:
    """Return phrases that stand for a number of people: `zu dritt`, `noi due`."""
    return {phrase: people for people, phrases in _data()["groups"].items() for phrase in phrases}


@cache
def group_phrases() -> Phrases:
    """Return the same phrases, to look for."""
    return Phrases(groups())


def begins(word: str, name: str) -> bool:
    """Tell if the word begins like one of the list."""
    return word.startswith(_stems(name))


@cache
def is_people(word: str) -> bool:
    """Tell if the word names people of a firm: `Leute`, `mécanos`, `Bürokräfte`."""
    if word in cue("people_exact") or word in cue("people_short"):
        return True
    if begins(word, "not_people_stems") or word.endswith(_stems("not_people_ends")):
        return False
    return begins(word, "people") or begins(word, "jobs") or word.endswith(_stems("people_ends"))


@cache
def may_work(word: str) -> bool:
    """Tell if the word ends like one for people who do something: `poseurs`, `Betreuerinnen`; no `Bagger`."""
    things = _stems("agent_things")
    return word.endswith(_stems("agent_ends")) and not (word.endswith(things) or is_other(word))


@cache
def is_other(word: str) -> bool:
    """Tell if the word names something else that is counted: `Betten`, `anni`, `km`."""
    return word in cue("other_things") or (begins(word, "other_stems") and not is_people(word))


def is_sign(word: str) -> bool:
    """Tell if the word is a comma or the like, or stands for a place."""
    return word in SEPARATORS or word == PLACE


def opens(tokens: Tokens, position: int) -> bool:
    """Tell if something new begins at the position: the message, what follows a sign, or what follows the trade."""
    return position == 0 or is_sign(tokens.words[position - 1]) or tokens.words[position - 1] == TRADE


@cache
def _stems(name: str) -> tuple[str, ...]:
    return tuple(_data()[name])
