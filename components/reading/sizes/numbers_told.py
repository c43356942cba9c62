"""The numbers of a message: figures, words and vague words, ranges joined, each with what widens or narrows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, floor

from components.reading.sizes.number_bounds import bound_around
from components.reading.sizes.number_words import few_words, read_number
from components.reading.sizes.words import cue, is_people
from components.reading.tokens import SEPARATORS, Tokens

_LARGEST = 20_000
_BROKEN = re.compile(r"[.,]\d{1,2}$")
_STEP = 5
"""How far apart the two ends of a range may lie that is told without a word for `to`: `5/6`, `acht neun Leute`."""
_PHONE = 3
"""So many figures in a row are a telephone number."""


@dataclass(frozen=True)
class Number:
    """A number, or an interval (`high` None: no upper end), at the tokens `first` up to (not including) `last`."""

    low: int
    high: int | None
    first: int
    last: int
    spelt: bool = False
    """Told in letters."""
    broken: bool = False
    """With a decimal point, as full-time equivalents and prices are."""
    few: bool = False
    """A word such as `ein` or `a few`, which mostly tells no size."""

    @property
    def exact(self) -> bool:
        """Is it one number?"""
        return self.low == self.high


def numbers_in(tokens: Tokens) -> list[Number]:
    """Return all numbers in order."""
    found: list[Number] = []
    for number in _without_phones(tokens, list(_single(tokens))):
        if found and _is_range(tokens, found[-1], number):
            lower = found.pop()
            first = tokens.preceding(lower.first, cue("between"))
            first = lower.first if first is None else first
            found.append(replace(number, low=lower.low, first=first, few=False))
        else:
            found.append(number)
    return [_bounded(tokens, number) for number in found]


def _single(tokens: Tokens) -> Iterator[Number]:
    position = 0
    while position < len(tokens):
        figure = tokens.words[position][0].isdigit()
        number = _figure(tokens, position) if figure else _spelt(tokens, position)
        if number:
            yield number
        position = number.last if number else position + 1


def _figure(tokens: Tokens, position: int) -> Number | None:
    """A figure is none when it is part of a code (`A4`, `3D`, `0471`)."""
    word, after = tokens.words[position], position + 1
    glued = after < len(tokens) and tokens.glued(after) and tokens.words[after].isalpha()
    if glued and not (is_people(tokens.words[after]) or tokens.words[after] in cue("glued")):
        return None
    coded = position > 0 and (
        (tokens.glued(position) and tokens.words[position - 1].isalpha()) or tokens.words[position - 1] in cue("labels")
    )
    if coded or not word.isascii() or (word[0] == "0" and len(word) > 1):
        return None
    broken = _BROKEN.search(word) is not None
    value = float(word.replace(",", ".") if broken else re.sub(r"\D", "", word))
    if not 0 < value <= _LARGEST or (broken and value.is_integer()):  # `4.0` counts nobody
        return None
    return Number(floor(value), ceil(value), position, after, broken=broken)


def _spelt(tokens: Tokens, position: int) -> Number | None:
    read = read_number(tokens.words[position : position + 9])
    if not read:
        return None
    (low, high), taken = read
    phrase = " ".join(tokens.words[position : position + taken])
    return Number(low, high, position, position + taken, spelt=True, few=high == 1 or phrase in few_words())


def _without_phones(tokens: Tokens, numbers: list[Number]) -> Iterator[Number]:
    for number in numbers:
        if number.spelt or not _is_phone(tokens, number):
            yield number


def _is_phone(tokens: Tokens, number: Number) -> bool:
    """Figures in a row, or any behind one that begins with a zero: `0471 123456`."""
    first, last = number.first, number.last
    while first > 0 and number.first - first < _PHONE and tokens.words[first - 1][0].isdigit():
        first -= 1
    while last < len(tokens) and last - number.last < _PHONE and tokens.words[last][0].isdigit():
        last += 1
    return last - first >= _PHONE or (first < number.first and tokens.words[first][0] == "0")


def _is_range(tokens: Tokens, before: Number, after: Number) -> bool:
    if not (before.exact and after.exact) or before.low >= after.low:
        return False
    between = " ".join(tokens.words[before.last : after.first])
    if between in cue("range"):
        paired = between not in cue("plus")
        return paired or tokens.preceding(before.first, cue("between")) is not None
    near = after.low - before.low <= _STEP and before.spelt == after.spelt
    behind = tokens.words[after.last] if after.last < len(tokens) else "."
    counted = is_people(behind) or (behind in SEPARATORS and after.low - before.low == 1)
    return near and (between == "/" or (between in ("", ",") and counted and after.low - before.low <= 2))


def _bounded(tokens: Tokens, number: Number) -> Number:
    """Work in `about`, `more than`, `max.`; a range is left as it is."""
    if not number.exact or number.few:
        return number
    bound = bound_around(tokens, number.first, number.last, number.low)
    return number if bound is None else replace(number, **bound)
