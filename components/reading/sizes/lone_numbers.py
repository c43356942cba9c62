"""A number that stands alone, between commas or as the whole message: `hotel, 25, bruneck`, `12`."""

from collections.abc import Sequence

from components.reading.sizes.numbers_told import Number
from components.reading.sizes.of_us import YEARS
from components.reading.sizes.people_words import other_unit
from components.reading.sizes.words import begins, cue, is_people, opens
from components.reading.tokens import PLACE, SEPARATORS, Tokens

_LARGEST = 999
_ADDRESS = 5


def lone_number(tokens: Tokens, numbers: Sequence[Number]) -> Number | None:
    """Return the first one that may well be the size."""
    return next((number for number in numbers if _may_be(tokens, number, alone=len(numbers) == 1)), None)


def _may_be(tokens: Tokens, number: Number, *, alone: bool) -> bool:
    plausible = number.low not in YEARS and number.low <= _LARGEST and not (number.few or number.broken)
    return (
        plausible
        and (alone or not number.spelt)
        and _is_free(tokens, number)
        and not other_unit(tokens, number)
        and not _is_part_of_a_longer_figure(tokens, number)
        and not _is_house_number(tokens, number)
    )


def _is_free(tokens: Tokens, number: Number) -> bool:
    behind = [*tokens.words[number.last : number.last + 2], ".", "."]
    place = behind[0] in cue("places_before") and behind[1] == PLACE
    season = behind[0] in cue("season") or (behind[0] in cue("places_before") and behind[1] in cue("season"))
    more = behind[0] in cue("plus") and (is_people(behind[1]) or begins(behind[1], "seasonal"))
    right = behind[0] in SEPARATORS or place or season or more
    if "/" in (behind[0], *tokens.words[max(0, number.first - 1) : number.first]):
        return False  # `24h/24`
    if behind[0] == ")" and "(" not in tokens.words[: number.first]:
        return False  # `1) new machines`
    return opens(tokens, number.first) and right


def _is_part_of_a_longer_figure(tokens: Tokens, number: Number) -> bool:
    """`24/7`, `22.11.`, `0:3`."""
    before = tokens.words[max(0, number.first - 2) : number.first]
    after = tokens.words[number.last : number.last + 2]
    joined = (before if len(before) == 2 else ["x", ""], after[::-1] if len(after) == 2 else ["x", ""])
    return any(word[:1].isdigit() and sign in ("/", ".", ":") for word, sign in joined)


def _is_house_number(tokens: Tokens, number: Number) -> bool:
    """`Via Roma, 12`, `Hauptstraße 5, Bruneck`."""
    before = tokens.words[max(0, number.first - _ADDRESS) : number.first]
    return any(word in cue("streets") or word.endswith(("strasse", "gasse", "weg")) for word in before)
