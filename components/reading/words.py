"""Cuts a text into the words and signs that models go by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+|[?!%€$]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, lower case with its accents; it stands at `start` to `end`."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order; of the signs only those that say something, like `?`."""
    return [Word(found[0].lower(), *found.span()) for found in _WORD.finditer(text)]


def within(words: Sequence[Word], start: int, end: int) -> list[str]:
    """Return the words that stand between two places."""
    return [word.text for word in words if start <= word.start and word.end <= end]


def without(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> list[str]:
    """Return the words that stand in none of the spans."""
    return [word.text for word in words if not any(start < word.end and word.start < end for start, end in spans)]
