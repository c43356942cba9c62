"""Numbers of people: `12 Leute`, `we are 12`; what stands together is added up: `8 Gesellen und 2 Lehrlinge`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.reading.sizes.asides import is_aside
from components.reading.sizes.numbers_told import Number
from components.reading.sizes.of_us import is_ours
from components.reading.sizes.people_words import people_word
from components.reading.sizes.words import begins, cue
from components.reading.tokens import Tokens

_LINK = 6
"""Words that may lie between two numbers that are added."""
_PARTS = frozenset(".!?;:(/")
"""Behind these signs begins something else, or the parts of what was told."""


@dataclass(frozen=True)
class _Count:
    """People counted, and the word that says what they are."""

    number: Number
    noun: int
    seasonal: bool


def people_counted(tokens: Tokens, numbers: Sequence[Number]) -> list[Number]:
    """Return what each run of numbers of people adds up to."""
    totals: list[_Count] = []
    for count in _counts(tokens, numbers):
        link = _link(tokens, totals[-1], count) if totals else None
        if link == "," and count.number.few:
            continue  # `4 engineers, who share one server`
        if link:
            totals[-1] = _sum(totals[-1], count, sure=link != "," or not begins(_noun(tokens, totals[-1]), "staff"))
        elif not count.number.few or _is_had(tokens, count):
            totals.append(count)
    return [total.number for total in totals]


def _counts(tokens: Tokens, numbers: Sequence[Number]) -> list[_Count]:
    found = [(number, _told_by(tokens, number)) for number in numbers]
    return [
        _Count(number, noun, any(begins(word, "seasonal") for word in tokens.words[number.last : noun + 1]))
        for number, noun in found
        if noun is not None and not is_aside(tokens, number, noun)
    ]


def _told_by(tokens: Tokens, number: Number) -> int | None:
    """Return the word that says that people are counted; the number itself where it is said of `us`."""
    noun = people_word(tokens, number)
    return number.last - 1 if noun is None and is_ours(tokens, number) else noun


def _link(tokens: Tokens, total: _Count, count: _Count) -> str | None:
    """Return what adds the count to the total: a word for `and`, a comma, or nothing."""
    between = tokens.words[total.number.last : count.number.first]
    if len(between) > _LINK or any(word in _PARTS for word in between):
        return None
    return next((word for word in between if word in cue("plus")), "," if "," in between else None)


def _sum(total: _Count, count: _Count, *, sure: bool) -> _Count:
    """Add; the lower end leaves out people of a season, and those that a comma may only have told once more."""
    one, two = total.number, count.number
    high = None if one.high is None or two.high is None else one.high + two.high
    both = (one.low if total.seasonal is count.seasonal or count.seasonal else 0) + (
        two.low if total.seasonal is count.seasonal or total.seasonal else 0
    )
    low = both if sure else one.low
    return _Count(replace(one, low=low, high=high, last=two.last), count.noun, total.seasonal and count.seasonal)


def _is_had(tokens: Tokens, count: _Count) -> bool:
    """`einen Angestellten` is a size after `ich habe`, not in `ein Angestellter hat geklickt`."""
    if _noun(tokens, count) in cue("not_few") or any(word in cue("talking") for word in tokens.words):
        return False
    whole = count.number.first == 0 and count.noun + 1 == len(tokens)
    return whole or tokens.preceding(count.number.first, cue("have")) is not None


def _noun(tokens: Tokens, count: _Count) -> str:
    return tokens.words[count.noun]
