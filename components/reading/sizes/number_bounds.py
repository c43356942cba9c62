"""Words that make an interval of a number: `about 20`, `more than 20`, `max. 20`, `20+`, `20 or so`."""

from collections.abc import Callable, Mapping
from math import ceil, floor
from typing import TypedDict

from components.reading.sizes.words import cue
from components.reading.tokens import Tokens

_ROUGHLY = 0.1

Interval = tuple[int, int | None]


class Bound(TypedDict):
    """The interval, and the tokens that tell it, words and number."""

    low: int
    high: int | None
    first: int
    last: int


def bound_around(tokens: Tokens, first: int, last: int, value: int) -> Bound | None:
    """Return what the words around a number make of it; None when they say nothing."""
    before = {name: start for name in _BOUNDS if (start := tokens.preceding(first, cue(name))) is not None}
    if before:
        name = min(before, key=lambda each: before[each])  # `not more than` wins over `more than`
        return _bound(name, value, before[name], last)
    behind = last + 1 if tokens.words[last : last + 1] == ["-"] else last  # `30-ish`
    for name in _BOUNDS:
        end = tokens.following(behind, cue(f"{name}_after"))
        if end is not None and not _is_sum(tokens, end):
            return _bound(name, value, first, end)
    return None


def _bound(name: str, value: int, first: int, last: int) -> Bound:
    low, high = _BOUNDS[name](value)
    return Bound(low=max(1, low), high=None if high is None else max(1, high), first=first, last=last)


def _is_sum(tokens: Tokens, end: int) -> bool:
    """`20 + 5` adds; `20+` is a lower end."""
    sign = tokens.words[end - 1] in cue("plus") and end < len(tokens)
    return sign and (tokens.words[end][0].isdigit() or not tokens.glued(end - 1))


def _around(value: int) -> Interval:
    margin = max(1.0, value * _ROUGHLY)
    return floor(value - margin), ceil(value + margin)


_BOUNDS: Mapping[str, Callable[[int], Interval]] = {
    "about": _around,
    "barely": lambda value: (_around(value)[0], value),
    "amply": lambda value: (value, _around(value)[1]),
    "more": lambda value: (value + 1, None),
    "at_least": lambda value: (value, None),
    "less": lambda value: (1, value - 1),
    "at_most": lambda value: (1, value),
}
"""What each list of `words.yml` makes of a number; the list with `_after` holds words that stand behind it."""
