"""What the models see of a message: its words, its clauses, and the vectors of the whole and of each clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from components.reading.meaning import Vectors, encoder
from components.reading.segments import Segment, segments
from components.reading.words import Word, within, words_of


@dataclass(frozen=True)
class Seen:
    """A message, read once for all models. The first of `parts`, `rows` and `vectors` is the whole message."""

    words: list[Word]
    parts: list[Segment]
    rows: list[list[str]]
    vectors: Vectors


def look(texts: Sequence[str]) -> list[Seen]:
    """Return what is seen of each text."""
    parts = [segments(text) for text in texts]
    vectors = encoder().encode([_cut(text, found) for text, found in zip(texts, parts, strict=True)])
    return [_seen(*one) for one in zip(texts, parts, vectors, strict=True)]


def _cut(text: str, parts: Sequence[Segment]) -> list[str]:
    """The text in as many pieces as it has clauses, nothing left out: each begins where its clause begins."""
    starts = [0, *(part.start for part in parts[1:]), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]


def _seen(text: str, parts: list[Segment], vectors: Vectors) -> Seen:
    words = words_of(text)
    whole = Segment(0, len(text), text)
    if len(parts) < 2:  # the only clause is the message
        return Seen(words, [whole], [[word.text for word in words]], vectors)
    told = [whole, *parts]
    return Seen(words, told, [within(words, part.start, part.end) for part in told], vectors)
