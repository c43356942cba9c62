"""Numbers in a message: figures, words, rough words and ranges, each with the words that widen or narrow it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, floor
from pathlib import Path
from typing import Any

import yaml

from components.reading.folding import fold
from components.reading.number_words import number_words, rough_words

_TOKEN = re.compile(r"\d+(?:[.'’]\d{3})*(?!\d)|[^\W\d_]+|[^\w\s]")
_LARGEST = 20_000
_LONGEST_PHRASE = 4
_LONGEST_NUMBER = 8  # "cent quatre-vingt-dix-sept", hyphens counted
_ROUGHLY = 0.1


@cache
def cues() -> Mapping[str, Any]:
    """Return the words of `size_cues.yml`."""
    told: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("size_cues.yml").read_text(encoding="utf-8"))
    return told


@dataclass(frozen=True)
class Number:
    """A number, or an interval (`high` None: no upper end), at the tokens `first` up to (not including) `last`."""

    low: int
    high: int | None
    first: int
    last: int


class Tokens:
    """A message cut into folded words, figures and signs."""

    def __init__(self, text: str) -> None:
        """Cut the text."""
        matches = list(_TOKEN.finditer(text))
        self.words = [fold(match[0]) for match in matches]
        self.spans = [match.span() for match in matches]

    def numbers(self) -> list[Number]:
        """Return all numbers in order, ranges joined, with `about`, `more than` and the like worked in."""
        found: list[Number] = []
        position = 0
        while position < len(self.words):
            number = self._number_at(position)
            if number and found and self._is_range(found[-1], number):
                number = Number(found[-1].low, number.high, found.pop().first, number.last)
            if number:
                found.append(number)
            position = number.last if number else position + 1
        return [self._modified(number) for number in found]

    def is_article(self, number: Number) -> bool:
        """Tell if it is a word for one, which in most languages is also an article."""
        return number.low == number.high == 1 and not self.words[number.first][0].isdigit()

    def precedes(self, position: int, phrases: Sequence[str]) -> int | None:
        """Return where one of the phrases starts that ends right before the position."""
        for length in range(_LONGEST_PHRASE, 0, -1):
            start = position - length
            if start >= 0 and " ".join(word for word in self.words[start:position] if word != "'") in phrases:
                return start
        return None

    def follows(self, position: int, phrases: Sequence[str]) -> bool:
        """Tell if one of the phrases stands right at the position."""
        return any(" ".join(self.words[position : position + n]) in phrases for n in range(1, _LONGEST_PHRASE + 1))

    def find(self, phrase: str) -> tuple[int, int] | None:
        """Return the tokens at which the phrase stands, hyphens and apostrophes aside."""
        wanted = phrase.split()
        words = [(index, word) for index, word in enumerate(self.words) if word not in ("-", "'", "’")]
        for start in range(len(words) - len(wanted) + 1):
            if [word for _, word in words[start : start + len(wanted)]] == wanted:
                return words[start][0], words[start + len(wanted) - 1][0] + 1
        return None

    def _number_at(self, position: int) -> Number | None:
        word = self.words[position]
        if word[0].isdigit():
            value = int(re.sub(r"\D", "", word))
            return Number(value, value, position, position + 1) if 0 < value <= _LARGEST else None
        for length in range(min(_LONGEST_NUMBER, len(self.words) - position), 0, -1):
            phrase = " ".join(word for word in self.words[position : position + length] if word != "-")
            if phrase in rough_words():
                return roughly(rough_words()[phrase], position, position + length)
            if phrase in number_words():
                return Number(number_words()[phrase], number_words()[phrase], position, position + length)
        return None

    def _is_range(self, before: Number, after: Number) -> bool:
        between = self.words[before.last : after.first]
        if len(between) != 1 or between[0] not in cues()["range"] or before.low >= after.low:
            return False
        return between[0] not in cues()["plus"] or self.precedes(before.first, cues()["between"]) is not None

    def _modified(self, number: Number) -> Number:
        if number.low != number.high:
            return number
        exact = number.low
        bounds = {"more": (exact + 1, None), "at_least": (exact, None), "less": (1, exact - 1), "at_most": (1, exact)}
        for cue, (low, high) in bounds.items():
            if (start := self.precedes(number.first, cues()[cue])) is not None:
                return Number(low, high, start, number.last)
        about = self.precedes(number.first, cues()["about"])
        if about is not None or self.follows(number.last, cues()["about_after"]):
            return roughly(exact, number.first if about is None else about, number.last)
        return number


def roughly(value: int, first: int, last: int) -> Number:
    """About `value`: a tenth less or more, at least one."""
    margin = max(1.0, value * _ROUGHLY)
    return Number(max(1, floor(value - margin)), ceil(value + margin), first, last)
