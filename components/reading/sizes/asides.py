"""Numbers of people that are not the size of the firm: those wanted, lost, denied, taught, or a part of all."""

from components.reading.sizes.numbers_told import Number
from components.reading.sizes.words import cue, is_sign
from components.reading.tokens import Tokens

_BEFORE = 3
_AFTER = 6
_SEARCH = 6


def is_aside(tokens: Tokens, number: Number, noun: int) -> bool:
    """Tell if the number, whose people stand at `noun`, is one of these."""
    if any(tokens.preceding(number.first, cue(name)) is not None for name in ("not", "for", "clock")):
        return True
    if number.high is None and any(word in cue("everyone") for word in tokens.clause(number.first, _BEFORE, -1)):
        return True  # `wir sind alle über 50` tells an age
    return _is_wanted(tokens, number.first) or _is_part(tokens, number, noun) or _is_lost(tokens, noun + 1)


def is_past(tokens: Tokens, number: Number) -> bool:
    """Tell if so many people worked there once: `früher 30`."""
    return any(tokens.preceding(at, cue("past")) is not None for at in _back(tokens, number.first))


def _is_wanted(tokens: Tokens, position: int) -> bool:
    """`suchen noch 3 Leute`."""
    while position > 0 and tokens.words[position - 1] in cue("wanted_fillers"):
        position -= 1
    searched = any(word in cue("searching") for word in tokens.clause(position, _SEARCH, -1))
    return searched or tokens.preceding(position, cue("wanted")) is not None


def _is_part(tokens: Tokens, number: Number, noun: int) -> bool:
    """`davon 2 Lehrlinge`, `3 of them`, `2 unserer Leute`."""
    behind = (number.last, noun + 1)
    counted = any(word[0].isdigit() for word in tokens.words[: number.first])
    if counted and tokens.following(noun + 1, cue("included_after")):
        return True  # but `70 stagionali compresi` are all there are
    return any(tokens.following(at, cue("of_which_after")) for at in behind) or any(
        tokens.preceding(at, cue("of_which")) is not None for at in _back(tokens, number.first)
    )


def _is_lost(tokens: Tokens, position: int) -> bool:
    """`3 Leute fehlen`, `two people type all day`."""
    for at in range(position, min(len(tokens), position + _AFTER)):
        if is_sign(tokens.words[at]):
            return False
        if tokens.following(at, cue("wanted_after")):
            return True
    return False


def _back(tokens: Tokens, position: int) -> range:
    """The positions before a number, no further than a sign."""
    at = position
    while at > 0 and position - at < _BEFORE and not is_sign(tokens.words[at - 1]):
        at -= 1
    return range(position, at - 1, -1)
