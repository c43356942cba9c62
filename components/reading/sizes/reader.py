"""Reads how many people work in the firm: `12 Leute`, `nous sommes une quinzaine`, `me and two lads`."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from components.reading.sizes.alone import alone
from components.reading.sizes.asides import is_past
from components.reading.sizes.by_turns import by_season, by_site
from components.reading.sizes.household import household
from components.reading.sizes.lone_numbers import lone_number
from components.reading.sizes.numbers_told import Number, numbers_in
from components.reading.sizes.of_us import as_two, in_a_group
from components.reading.sizes.people_counted import people_counted
from components.reading.sizes.words import cue, is_people, may_work
from components.reading.tokens import PLACE, TRADE, Span, Tokens

LONGEST = 20_000
"""Characters that are read: a pasted book shall cost no more than a long letter."""


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


def read_size(text: str, places: Collection[Span] = (), trades: Collection[Span] = ()) -> Size | None:
    """Return the size told in the text, or None. A number that counts something else is not taken.

    Words of places and trades are no numbers; a number between them stands alone.
    """
    tokens = Tokens(text[:LONGEST])
    tokens.replace(places, PLACE, keep=lambda word: False)
    tokens.replace(trades, TRADE, keep=_tells_people)
    found = _size(tokens)
    if found is None:
        return None
    last = max(found.first, min(found.last, len(tokens)) - 1)
    return Size(found.low, found.high, tokens.spans[found.first][0], tokens.spans[last][1])


def _tells_people(word: str) -> bool:
    """`4 veterinari` are people, and `sola` is alone before it is `šola`."""
    return is_people(word) or may_work(word) or word in cue("alone_between")


def _size(tokens: Tokens) -> Number | None:
    numbers = numbers_in(tokens)
    sure = by_site(tokens, numbers) or by_season(tokens, numbers)
    if sure:
        return sure
    told = people_counted(tokens, numbers)
    if together := household(tokens, numbers):
        told.append(together)
    now = [number for number in told if not is_past(tokens, number)] or told
    if now:
        return max(now, key=lambda number: number.low)  # the others are parts of the firm
    return next(_weaker(tokens, numbers), None) or lone_number(tokens, numbers)


def _weaker(tokens: Tokens, numbers: Sequence[Number]) -> Iterator[Number]:
    yield from in_a_group(tokens, numbers)
    yield from as_two(tokens)
    yield from alone(tokens)
