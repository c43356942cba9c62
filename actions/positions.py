"""Which places in a list a message names: "the second", "nr 2", "i primi due", "oba". Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alpine_catalogue.gazetteer.fold import fold, fold_word

_TOKEN = re.compile(r"\w+(?:[.,]\w+)*")
LAST = -1


@dataclass(frozen=True)
class Counting:
    """The words of `ordinals.yml` that have to do with numbers."""

    ordinals: Mapping[str, int]
    cardinals: Mapping[str, int]
    markers: frozenset[str]
    units: frozenset[str]
    both: re.Pattern[str]
    digit: re.Pattern[str]

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> "Counting":
        """Read them out of the file's content."""
        ordinals = {word: number for number, listed in words["ordinals"].items() for word in listed}
        return cls(
            ordinals | dict.fromkeys(words["last"], LAST),
            {word: number for number, listed in words["cardinals"].items() for word in listed},
            frozenset(words["markers"]),
            frozenset(words["units"]),
            re.compile(r"\b(?:" + "|".join(words["both"]) + r")\b"),
            re.compile(r"(\d{1,2})(?:" + "|".join(words["endings"]) + ")?"),
        )


@dataclass(frozen=True)
class _Mark:
    """One number in the message. `sure`: it can only mean a position."""

    at: int
    number: int
    sure: bool
    ordinal: bool


def positions(text: str, words: Counting, count: int) -> list[int]:
    """Return positions (1 is the first) in the order of the text; with `count` told, "both" is the first two.

    A position above `count` is returned too: the caller says that there is no such one.
    """
    marks = list(_marks(_TOKEN.findall(text), words))
    if group := _group(marks, bool(words.both.search(fold(text)))):
        return list(range(1, min(group, count) + 1))
    sure = [mark.number for mark in marks if mark.sure]
    counted = list(dict.fromkeys(mark.number for mark in marks))
    named = sure or (counted if len(counted) > 1 else [])
    return list(dict.fromkeys(count if number == LAST else number for number in named))


def _group(marks: Sequence[_Mark], both: bool) -> int | None:
    """How many from the start on are meant: "the first two", "i due", "both"."""
    sure = [mark.number for mark in marks if mark.sure]
    counted = [mark.number for mark in marks if not mark.sure and mark.number > 1]
    if both:
        return 2 if not sure or sure == [1] else None
    only_first = [mark for mark in marks if mark.ordinal] and sure == [1]
    if len(counted) == 1 and len(marks) == 1 + len(sure) and (not sure or (only_first and _adjacent(marks))):
        return counted[0]
    return None


def _adjacent(marks: Sequence[_Mark]) -> bool:
    return abs(marks[0].at - marks[1].at) == 1


def _marks(tokens: Sequence[str], words: Counting) -> Iterator[_Mark]:
    for at, token in enumerate(tokens):
        word = fold_word(token)
        before = fold_word(tokens[at - 1]) if at else ""
        after = fold_word(tokens[at + 1]) if at + 1 < len(tokens) else ""
        if word in words.ordinals:
            yield _Mark(at, words.ordinals[word], sure=True, ordinal=True)
        elif word in words.cardinals:
            yield _Mark(at, words.cardinals[word], sure=before in words.markers, ordinal=False)
        elif (digit := words.digit.fullmatch(word)) and after not in words.units:
            yield _Mark(at, int(digit[1]), sure=True, ordinal=False)
