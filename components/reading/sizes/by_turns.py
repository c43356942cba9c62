"""Numbers that belong together by season (`im Sommer 20, im Winter 8`) or by site (`2 Läden zu je 5`)."""

from collections.abc import Sequence

from components.reading.sizes.numbers_told import Number
from components.reading.sizes.people_words import other_unit, people_word
from components.reading.sizes.words import begins, cue
from components.reading.tokens import Tokens

_NEAR = 3
_SITES = 40
"""No small firm has more sites."""


def by_season(tokens: Tokens, numbers: Sequence[Number]) -> Number | None:
    """Return the interval between the numbers of two seasons; None when fewer than two are told."""
    usable = [number for number in numbers if not number.few and not other_unit(tokens, number)]
    first = bool(usable) and _season(tokens, usable[0], before=True) is not None
    told = [(n, _season(tokens, n, before=first) or _season(tokens, n, before=not first)) for n in usable]
    kept = [(number, season) for number, season in told if season][:2]
    if len(kept) < 2 or kept[0][1] == kept[1][1] or not any(season in cue("season") for _, season in kept):
        return None
    (one, _), (two, _) = kept
    high = None if one.high is None or two.high is None else max(one.high, two.high)
    return Number(min(one.low, two.low), high, one.first, two.last)


def by_site(tokens: Tokens, numbers: Sequence[Number]) -> Number | None:
    """Return the product of `3 negozi con 4 persone ciascuno`."""
    for sites, people in zip(numbers, numbers[1:], strict=False):
        if sites.exact and 1 < sites.low <= _SITES and _is_site(tokens, sites) and _is_each(tokens, people):
            high = None if people.high is None else people.high * sites.low
            return Number(people.low * sites.low, high, sites.first, people.last)
    return None


def _season(tokens: Tokens, number: Number, *, before: bool) -> str | None:
    """Return the word for a season by the number, or for the whole year; no further than a sign or another number."""
    words = tokens.clause(number.first, _NEAR, -1) if before else tokens.clause(number.last, _NEAR, 1)
    for word in words:
        if word in cue("season") or word in cue("steady"):
            return word
        if word[0].isdigit():
            break
    return None


def _is_site(tokens: Tokens, number: Number) -> bool:
    return any(begins(word, "sites") for word in tokens.clause(number.last, 2, 1))


def _is_each(tokens: Tokens, number: Number) -> bool:
    if tokens.preceding(number.first, cue("each")) is not None:
        return not other_unit(tokens, number)
    counted = people_word(tokens, number)
    return counted is not None and bool(tokens.following(counted + 1, cue("each_after")))
