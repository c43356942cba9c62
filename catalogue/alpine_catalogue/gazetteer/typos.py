"""Misspelt names: the names that are a slip or two of the keyboard away."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

SHORTEST = 5
"""Shorter words are too near to too many names."""
_STEPS = ((13, 3), (8, 2), (SHORTEST, 1))
"""From this length on, so many slips."""


class TypoIndex:
    """Names by first letter and length and, for a wrong first letter, by last two letters and length."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Index the names that are worth guessing."""
        heads: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        tails: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for key in keys:
            heads[key[0], len(key)].append(key)
            tails[key[-2:], len(key)].append(key)
        self._heads: Mapping[tuple[str, int], list[str]] = heads
        self._tails: Mapping[tuple[str, int], list[str]] = tails

    def near(self, key: str) -> Iterator[tuple[str, int]]:
        """Names within the allowed number of slips, each with that number."""
        slips = allowed(key)
        if not slips:
            return
        for buckets, mark in ((self._heads, key[0]), (self._tails, key[-2:])):
            found = False
            for length in range(len(key) - slips, len(key) + slips + 1):
                names = buckets.get((mark, length))
                for name, distance, _ in extract(key, names, scorer=OSA.distance, score_cutoff=slips) if names else ():
                    found = True
                    yield name, int(distance)
            if found:
                return


def allowed(key: str) -> int:
    """How many slips we forgive in a name of this length."""
    return next((slips for length, slips in _STEPS if len(key) >= length), 0)
