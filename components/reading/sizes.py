"""Reads how many people work in the firm: figures, words, ranges, `nous sommes une quinzaine`, `me and two lads`."""

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
_SEPARATORS = frozenset(",;.|/:()!?")
_MOST_PEOPLE = 20_000
_YEARS = range(1800, 2100)
_POSTCODE_FROM = 1000
_LONGEST_WORD = 4
_ROUGHLY = 0.1


@dataclass(frozen=True)
class Size:
    """People in the firm, from `low` to `high` (None: no upper end), as told in `text[start:end]`."""

    low: int
    high: int | None
    start: int
    end: int

    @property
    def value(self) -> int | list[int | None]:
        """The contract's form: a number, or an interval where the firm was vague."""
        return self.low if self.low == self.high else [self.low, self.high]


@dataclass(frozen=True)
class _Number:
    """A number at tokens `first` up to (not including) `last`."""

    low: int
    high: int | None
    first: int
    last: int


@cache
def _cues() -> Mapping[str, Any]:
    cues: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("size_cues.yml").read_text(encoding="utf-8"))
    return cues


def read_size(text: str) -> Size | None:
    """Return the size told in the text, or None. A number that counts something else is not taken."""
    return _Reading(text).size()


class _Reading:
    """One text, cut into tokens; methods look around numbers."""

    def __init__(self, text: str) -> None:
        matches = list(_TOKEN.finditer(text))
        self.words = [fold(match[0]) for match in matches]
        self.spans = [match.span() for match in matches]

    def size(self) -> Size | None:
        numbers = [self._modified(number) for number in self._numbers()]
        return self._several(numbers) or self._counted(numbers) or self._group() or self._alone() or self._bare(numbers)

    # -- numbers ------------------------------------------------------------------------------------------------

    def _numbers(self) -> list[_Number]:
        found: list[_Number] = []
        position = 0
        while position < len(self.words):
            number = self._number_at(position)
            if number and found and self._is_range(found[-1], number):
                number = _Number(found[-1].low, number.high, found.pop().first, number.last)
            if number:
                found.append(number)
            position = number.last if number else position + 1
        return found

    def _number_at(self, position: int) -> _Number | None:
        word = self.words[position]
        if word[0].isdigit():
            value = int(re.sub(r"\D", "", word))
            return _Number(value, value, position, position + 1) if 0 < value <= _MOST_PEOPLE else None
        for length in range(min(_LONGEST_WORD, len(self.words) - position), 0, -1):
            phrase = " ".join(word for word in self.words[position : position + length] if word != "-")
            if phrase in rough_words():
                return _roughly(rough_words()[phrase], position, position + length)
            if phrase in number_words():
                return _Number(number_words()[phrase], number_words()[phrase], position, position + length)
        return None

    def _is_range(self, before: _Number, after: _Number) -> bool:
        between = self.words[before.last : after.first]
        if len(between) != 1 or between[0] not in _cues()["range"] or before.low >= after.low:
            return False
        joined = between[0] in _cues()["plus"]
        return not joined or self._precedes(before.first, _cues()["between"]) is not None

    def _modified(self, number: _Number) -> _Number:
        if number.low != number.high:
            return number
        exact = number.low
        for cue, low, high in (
            ("more", exact + 1, None),
            ("at_least", exact, None),
            ("less", 1, exact - 1),
            ("at_most", 1, exact),
        ):
            if (start := self._precedes(number.first, _cues()[cue])) is not None:
                return _Number(low, high, start, number.last)
        about = self._precedes(number.first, _cues()["about"])
        if about is not None or self._follows(number.last, _cues()["about_after"]):
            return _roughly(exact, number.first if about is None else about, number.last)
        return number

    # -- what the number counts ---------------------------------------------------------------------------------

    def _several(self, numbers: Sequence[_Number]) -> Size | None:
        """The writer and others: `ich und zwei Gesellen`, `io e mio fratello`."""
        others = [number for number in numbers if self._counts_people(number)]
        position = next((i for i, word in enumerate(self.words) if word in _cues()["self"]), None)
        relatives = [i for i, word in enumerate(self.words) if word in _cues()["relatives"] and not self._numbered(i, others)]
        if position is None or not (relatives or others):
            return None
        first = min([*relatives, *(number.first for number in others)])
        linked = any(word in _cues()["with"] for word in self.words[min(position, first) : max(position, first) + 1])
        if abs(first - position) > _LONGEST_WORD or not linked:
            return None
        total = 1 + len(relatives) + sum(number.low for number in others)
        return self._size(_Number(total, total, min(position, first), max([position, *relatives, *(n.last for n in others)])))

    def _numbered(self, position: int, numbers: Sequence[_Number]) -> bool:
        return any(number.last == position for number in numbers)

    def _counted(self, numbers: Sequence[_Number]) -> Size | None:
        """Numbers of people; `8 Gesellen und 2 Lehrlinge` are added, `davon 2 Lehrlinge` is not."""
        people = [number for number in numbers if self._counts_people(number) and not self._is_part(number)]
        if not people:
            people = [number for number in numbers if self._said_of_us(number)][:1]
        if not people:
            return None
        total = people[0]
        for number in people[1:]:
            between = self.words[total.last : number.first]
            if len(between) > _LONGEST_WORD or not any(word in _cues()["plus"] for word in between):
                break
            high = None if total.high is None or number.high is None else total.high + number.high
            total = _Number(total.low + number.low, high, total.first, number.last)
        return self._size(total)

    def _counts_people(self, number: _Number) -> bool:
        if self._is_article(number):
            return number.last < len(self.words) and _is_people(self.words[number.last])
        after = [word for word in self.words[number.last : number.last + 3] if word != "-"]
        for word in after:
            if word in _SEPARATORS or word in _cues()["not_people"] or word[0].isdigit():
                break
            if _is_people(word):
                return True
        before = [word for word in self.words[max(0, number.first - 3) : number.first] if word not in ":=-("]
        return bool(before) and any(_is_people(word) for word in before[-2:]) and not self._other_unit(number)

    def _is_article(self, number: _Number) -> bool:
        """`eine Tischlerei`, `une menuiserie`: a word for one is an article unless people follow at once."""
        return number.low == number.high == 1 and not self.words[number.first][0].isdigit()

    def _said_of_us(self, number: _Number) -> bool:
        return not self._is_article(number) and self._precedes(number.first, _cues()["we"]) is not None and not self._other_unit(number)

    def _other_unit(self, number: _Number) -> bool:
        after = [word for word in self.words[number.last : number.last + 2] if word != "-"]
        return any(word in _cues()["not_people"] or word in "%€$" for word in after)

    def _is_part(self, number: _Number) -> bool:
        before = " ".join(self.words[max(0, number.first - 3) : number.first])
        return any(re.search(rf"\b{cue}\b", before) for cue in _cues()["of_which"])

    def _group(self) -> Size | None:
        for phrase, people in _cues()["group_of"].items():
            if (found := self._phrase(phrase)) is not None:
                return self._size(_Number(people, people, *found))
        return None

    def _alone(self) -> Size | None:
        for phrase in _cues()["alone"]:
            if (found := self._phrase(phrase)) is not None:
                return self._size(_Number(1, 1, *found))
        return None

    def _bare(self, numbers: Sequence[_Number]) -> Size | None:
        """A number that stands alone between commas, or is the whole message."""
        for number in numbers:
            left = number.first == 0 or self.words[number.first - 1] in _SEPARATORS
            right = number.last >= len(self.words) or self.words[number.last] in _SEPARATORS
            is_figure = self.words[number.last - 1][0].isdigit() or len(numbers) == 1
            plausible = number.low not in _YEARS and number.low < _POSTCODE_FROM
            if left and right and plausible and is_figure and not self._is_article(number):
                return self._size(number)
        return None

    # -- helpers ------------------------------------------------------------------------------------------------

    def _precedes(self, position: int, phrases: Sequence[str]) -> int | None:
        """Return where one of the phrases starts that ends right before the position."""
        for length in range(_LONGEST_WORD, 0, -1):
            start = position - length
            if start >= 0 and " ".join(word for word in self.words[start:position] if word != "'") in phrases:
                return start
        return None

    def _follows(self, position: int, phrases: Sequence[str]) -> bool:
        return any(" ".join(self.words[position : position + n]) in phrases for n in range(1, _LONGEST_WORD + 1))

    def _phrase(self, phrase: str) -> tuple[int, int] | None:
        wanted = phrase.split()
        words = [(index, word) for index, word in enumerate(self.words) if word not in ("-", "'", "’")]
        for start in range(len(words) - len(wanted) + 1):
            if [word for _, word in words[start : start + len(wanted)]] == wanted:
                return words[start][0], words[start + len(wanted) - 1][0] + 1
        return None

    def _size(self, number: _Number) -> Size:
        last = max(number.first, min(number.last, len(self.spans)) - 1)
        return Size(number.low, number.high, self.spans[number.first][0], self.spans[last][1])


def _roughly(value: int, first: int, last: int) -> _Number:
    """About `value`: a tenth less or more, at least one."""
    margin = max(1.0, value * _ROUGHLY)
    return _Number(max(1, floor(value - margin)), ceil(value + margin), first, last)


def _is_people(word: str) -> bool:
    return word in _cues()["people_exact"] or any(word.startswith(stem) for stem in _cues()["people"])
