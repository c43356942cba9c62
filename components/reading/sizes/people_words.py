"""Finds the word for people by a number: behind it (`12 gute Leute`), before it (`staff of 12`), or a place of work."""

from components.reading.sizes.numbers_told import Number
from components.reading.sizes.words import cue, is_other, is_people, is_sign, may_work, opens
from components.reading.tokens import Tokens

_REACH = 3
"""Words after a number among which the people are looked for: `12 sehr gute Leute`."""
_LINKS = 4
"""Words between the people and a number behind them: `Anzahl der Mitarbeiter derzeit ca. 12`."""

_MOST_BY_JOB, _SHORTEST_JOB = 250, 5


def people_word(tokens: Tokens, number: Number) -> int | None:
    """Return where the word stands that says that the number counts people; None when none says so."""
    after = _behind(tokens, number.last, broken=number.broken)
    if after is None and not number.broken:
        after = _by_job(tokens, number)
    if after is not None or number.few:
        return after
    return _before(tokens, number)


def _by_job(tokens: Tokens, number: Number) -> int | None:
    """`Tierarzt, 4 Helferinnen`: number and word stand by themselves, and the word ends like one for people."""
    at = number.last
    alone = opens(tokens, number.first) or tokens.words[number.first - 1] in cue("plus")
    if not alone or number.low > _MOST_BY_JOB or at >= len(tokens) or len(tokens.words[at]) < _SHORTEST_JOB:
        return None
    return at if may_work(tokens.words[at]) and stands_free(tokens, at + 1) else None


def other_unit(tokens: Tokens, number: Number) -> bool:
    """Tell if the number counts something else, or is money, a share, a measure."""
    behind = [word for word in tokens.words[number.last : number.last + 3] if word != "-"][:2]
    before = tokens.words[max(0, number.first - 1) : number.first]
    first, *second = behind or [""]
    return (
        is_other(first)
        or before in (["€"], ["$"], ["£"], ["chf"], ["eur"])
        or any(
            is_other(word) and not is_sign(first) and not is_people(first) and first not in cue("plus")
            for word in second
        )
    )


def _behind(tokens: Tokens, start: int, *, broken: bool) -> int | None:
    if tokens.following(start, cue("at_work")) and not broken:
        return start
    for at in range(start, min(len(tokens), start + _REACH)):
        word = tokens.words[at]
        short = word in cue("people_short") and tokens.words[start:at] not in ([], ["-"])
        if (is_people(word) and not short) or tokens.following(at, cue("people_phrases")):
            return at
        if word != "-" and (_is_end(word) or (word in cue("of") and at > start)):
            return None
    return None


def _is_end(word: str) -> bool:
    return is_sign(word) or word[0].isdigit() or is_other(word) or word in cue("stops")


def _before(tokens: Tokens, number: Number) -> int | None:
    """`Mitarbeiter: 12`, `team of 8`; without a link in between only where nothing else follows the number."""
    at = number.first - 1
    while at > 0 and number.first - at <= _LINKS and tokens.words[at] in cue("size_links"):
        at -= 1
    if at < 0 or tokens.words[at] not in cue("size_labels") or other_unit(tokens, number):
        return None
    linked = at < number.first - 1
    return at if linked or stands_free(tokens, number.last) else None


def stands_free(tokens: Tokens, position: int) -> bool:
    """Tell if the message ends here, or a sign or a preposition follows."""
    return position >= len(tokens) or is_sign(tokens.words[position]) or tokens.words[position] in cue("free_before")
