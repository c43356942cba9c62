"""The writer and others: `ich und zwei Gesellen`, `io e mio fratello`, `my wife and I`, `der Chef und 5 Leute`."""

from collections.abc import Iterator, Sequence

from components.reading.sizes.numbers_told import Number
from components.reading.sizes.people_words import stands_free
from components.reading.sizes.words import cue, is_people
from components.reading.tokens import Span, Tokens

_LARGEST = 999
_REACH = 9
"""Words to either side of the writer that are looked at."""


def household(tokens: Tokens, numbers: Sequence[Number]) -> Number | None:
    """Return how many people the writer, or the owner, and those named beside make."""
    if tokens.holds(cue("included_self")):
        return None
    for name in ("self", "beside", "owners"):
        for anchor in _anchors(tokens, name):
            if name == "beside" and not _is_family(tokens, anchor[1]):
                continue
            first, last = _stretch(tokens, anchor)
            others = list(_others(tokens, numbers, anchor, first, last))
            linked = any(word in cue("with") and word != "," for word in tokens.words[first:last])
            enough = any(count > 1 for count in others) if name == "owners" else sum(others) > 0
            if linked and enough:
                return Number(1 + sum(others), 1 + sum(others), first, last)
    return None


def _is_family(tokens: Tokens, position: int) -> bool:
    """`avec ma femme`, `z ženo`: only of the nearest it is clear that they work along."""
    return position < len(tokens) and tokens.words[position] in cue("family")


def _anchors(tokens: Tokens, name: str) -> Iterator[Span]:
    for position in range(len(tokens)):
        end = tokens.following(position, cue(name))
        if end is not None:
            yield position, end


def _stretch(tokens: Tokens, anchor: Span) -> Span:
    """The words around the writer that are nothing but relatives, numbers of people and small words."""
    first, last = anchor
    while last < len(tokens) and last - anchor[0] < _REACH and _belongs(tokens.words[last]):
        last += 1
    while first > 0 and anchor[0] - first < _REACH and _belongs(tokens.words[first - 1]):
        first -= 1
    while last > anchor[1] and _is_small(tokens.words[last - 1]):
        last -= 1
    while first < anchor[0] and _is_small(tokens.words[first]):
        first += 1
    return first, last


def _belongs(word: str) -> bool:
    lists = ("with", "my", "relatives", "self", "owners", "small_numbers")
    return word.isdigit() or is_people(word) or any(word in cue(name) for name in lists)


def _is_small(word: str) -> bool:
    return word in cue("with") or word in cue("my")


def _others(tokens: Tokens, numbers: Sequence[Number], anchor: Span, first: int, last: int) -> Iterator[int]:
    """How many people each word, or number with its word, adds."""
    starts = {n.first: n for n in numbers if first <= n.first and n.last <= last and n.low <= _LARGEST}
    at = first
    while at < last:
        number = starts.get(at)
        if anchor[0] <= at < anchor[1]:
            at = anchor[1]
        elif number:
            noun = next((i for i in range(number.last, min(last, number.last + 3)) if _is_person(tokens, i)), None)
            added = number.last >= last and tokens.words[number.first - 1] not in ("", ",")
            if noun is not None or (added and not number.few and stands_free(tokens, number.last)):
                yield number.low
            at = number.last if noun is None else noun + 1
        else:
            if tokens.words[at] in cue("relatives"):
                yield 1
            at += 1


def _is_person(tokens: Tokens, position: int) -> bool:
    return is_people(tokens.words[position]) or tokens.words[position] in cue("relatives")
