"""`We are 14`, `siamo in sei`, `trije smo`, `zu dritt`: the verb or the preposition says that people are counted."""

from collections.abc import Iterator, Sequence

from components.reading.sizes.asides import is_aside, is_past
from components.reading.sizes.numbers_told import Number
from components.reading.sizes.people_words import other_unit
from components.reading.sizes.words import cue, group_phrases, groups, is_sign, opens
from components.reading.tokens import Tokens

YEARS = range(1800, 2100)
_FILLERS = 4
_CLAUSE = 6
_LARGEST_GROUP = 99


def is_ours(tokens: Tokens, number: Number) -> bool:
    """Tell if the writer says the number of `us`."""
    if not _may_be(tokens, number):
        return False
    return bool(tokens.following(number.last, cue("we_after"))) or _follows(tokens, number, "we")


def in_a_group(tokens: Tokens, numbers: Sequence[Number]) -> Iterator[Number]:
    """Yield groups that may well be the firm: `es sind 6`, `in sei`, `zu dritt`, `noi due`, `the two of us`."""
    for number in numbers:
        if is_aside(tokens, number, number.last - 1) or is_past(tokens, number):
            continue
        if _may_be(tokens, number) and _goes_no_further(tokens, number.first, number.last):
            close = _is_close(tokens, number)
            named = tokens.preceding(number.first, cue("group_pronouns")) is not None and number.spelt
            if close or named or _follows(tokens, number, "we_weak"):
                yield number
    for position in range(len(tokens)):
        end = tokens.following(position, group_phrases())
        if end is not None and _goes_no_further(tokens, position, end):
            people = groups()[tokens.phrase(position, end)]
            yield Number(people, people, position, end)


def as_two(tokens: Tokens) -> Iterator[Number]:
    """Yield what the Slovene dual tells: `z ženo delava`."""
    for position, word in enumerate(tokens.words):
        near = range(max(0, position - 4), position + 4)
        if word in cue("dual_verbs") and any(tokens.following(at, cue("dual_with")) for at in near):
            yield Number(2, 2, position, position + 1)


def _may_be(tokens: Tokens, number: Number) -> bool:
    return not (number.few or number.low in YEARS or other_unit(tokens, number))


def _is_close(tokens: Tokens, number: Number) -> bool:
    """`officina a Sondrio, in 7`, `siamo vetrai in tre`; but not `lo prendono in due`."""
    start = tokens.preceding(number.first, cue("group"))
    if start is None or number.low > _LARGEST_GROUP:
        return False
    before = tokens.clause(start, _CLAUSE, -1)
    ours = any(word.endswith("iamo") or word in cue("we") for word in before)
    return opens(tokens, start) or tokens.words[start - 1] in cue("before_group") or ours


def _follows(tokens: Tokens, number: Number, name: str) -> bool:
    """Does one of the phrases stand before the number, small words such as `now` aside?"""
    start = number.first
    for _ in range(_FILLERS):
        if tokens.preceding(start, cue(name)) is not None:
            return True
        if start == 0 or tokens.words[start - 1] not in cue("we_fillers"):
            return False
        start -= 1
    return False


def _goes_no_further(tokens: Tokens, first: int, last: int) -> bool:
    """Nothing that could be counted follows: `in sei a Trento`, not `in sei mesi`."""
    return last >= len(tokens) or is_sign(tokens.words[last]) or tokens.words[last] in cue("group_followers")
