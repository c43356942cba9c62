"""A message cut into folded words, figures and signs, with cheap ways to look for phrases in it."""

import re
from collections.abc import Callable, Collection, Sequence

from components.reading.folding import fold
from components.reading.phrases import UNHEARD, Phrases, joined

_TOKEN = re.compile(
    r"\d+(?:[.'’]\d{3})+(?!\d)"  # 1.200, 1'200
    r"|\d+[.,]\d{1,2}(?![\d.,]*\d)"  # 12,5
    r"|\d+|[^\W\d_]+|[^\w\s'’‘`´]"
)

SEPARATORS = frozenset(",;.|:!?/()")

Span = tuple[int, int]
PLACE, TRADE = "§", "¤"
"""Stand for words that are already known to name a place or a trade."""


class Tokens:
    """The words of a message and where they stand; apostrophes only part words."""

    def __init__(self, text: str) -> None:
        """Cut the text."""
        matches = list(_TOKEN.finditer(text))
        self.spans: list[Span] = [match.span() for match in matches]
        self.words = [_fold(match[0]) for match in matches]

    def __len__(self) -> int:
        """How many words, figures and signs there are."""
        return len(self.words)

    def preceding(self, position: int, phrases: Phrases) -> int | None:
        """Return where the longest of the phrases starts that ends right before the position."""
        start = position - 1
        while start >= 0 and self.words[start] in UNHEARD:
            start -= 1
        if start < 0 or self.words[start] not in phrases.last_words:
            return None
        earliest = max(0, start - phrases.longest)
        starts = (at for at in range(earliest, start + 1) if self.phrase(at, position) in phrases)
        return next(starts, None)

    def following(self, position: int, phrases: Phrases) -> int | None:
        """Return where the longest of the phrases ends that starts right at the position."""
        if position >= len(self.words) or self.words[position] not in phrases.first_words:
            return None
        latest = min(len(self.words), position + phrases.longest + 1)
        ends = (end for end in range(latest, position, -1) if self.words[end - 1] not in UNHEARD)
        return next((end for end in ends if self.phrase(position, end) in phrases), None)

    def without_hyphens(self) -> "Tokens":
        """Leave out the hyphens, which join words to phrases."""
        kept = [index for index, word in enumerate(self.words) if word not in ("-", "–")]
        self.spans, self.words = [self.spans[at] for at in kept], [self.words[at] for at in kept]
        return self

    def span(self, first: int, last: int) -> Span:
        """Return where the words from `first` up to (not including) `last` stand in the text."""
        return self.spans[first][0], self.spans[last - 1][1]

    def glued(self, position: int) -> bool:
        """Tell if nothing parts the word from the one before: `12MA`, `A4`."""
        return position > 0 and self.spans[position - 1][1] == self.spans[position][0]

    def phrase(self, first: int, last: int) -> str:
        """Return the words as the lists of phrases have them."""
        return joined(self.words[first:last])

    def holds(self, phrases: Phrases) -> bool:
        """Tell if one of the phrases stands anywhere."""
        return any(self.following(position, phrases) for position in range(len(self.words)))

    def clause(self, position: int, reach: int, step: int) -> Sequence[str]:
        """Return up to `reach` words from the position on (step 1) or before it (step -1), no further than a sign."""
        found: list[str] = []
        at = position if step > 0 else position - 1
        while 0 <= at < len(self.words) and len(found) < reach and self.words[at] not in SEPARATORS:
            found.append(self.words[at])
            at += step
        return found

    def replace(self, known: Collection[Span], sign: str, keep: Callable[[str], bool]) -> None:
        """Put a sign in the place of words inside the spans, so that nobody reads them as something else."""
        for index, (start, end) in enumerate(self.spans if known else ()):
            if not keep(self.words[index]) and any(start < last and first < end for first, last in known):
                self.words[index] = sign


def _fold(word: str) -> str:
    return word.lower() if word.isascii() else fold(word) or "."
