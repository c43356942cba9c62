"""Makes a text readable: nothing that cannot be seen, one form per letter, not too long; and the way back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LONGEST = 2_000
"""Characters that are read; nobody tells more about a firm in one message."""
_INVISIBLE = frozenset({"Cf", "Cs", "Co", "Cn"})
"""Marks of direction, joiners within words, halves of characters: gone, as if they had never been typed."""
_ACCENT = "Mn"
_PRIVATE_BLANK = "Cc"
"""Control characters: each is a blank."""


@dataclass(frozen=True)
class Cleaned:
    """A text fit for reading. `positions` says for each character, and for the end, where it stood."""

    text: str
    positions: Sequence[int]
    cut: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in the text as it was typed."""
        return self.positions[start], self.positions[end]


def cleaned(typed: str, longest: int = LONGEST) -> Cleaned:
    """Return the readable text."""
    text, cut = typed[:longest], len(typed.rstrip()) > longest
    if text.isascii() and text.isprintable():
        return Cleaned(text, range(len(text) + 1), cut)
    letters = list(_letters(text))
    return Cleaned("".join(letter for letter, _ in letters), [*(at for _, at in letters), len(text)], cut)


def _letters(text: str) -> Iterator[tuple[str, int]]:
    """Each visible character, accents joined to their letters, and where it stood."""
    seen = [(" " if unicodedata.category(sign) == _PRIVATE_BLANK else sign, at) for at, sign in enumerate(text)]
    seen = [(sign, at) for sign, at in seen if unicodedata.category(sign) not in _INVISIBLE]
    start = 0
    while start < len(seen):
        end = start + 1
        while end < len(seen) and unicodedata.category(seen[end][0]) == _ACCENT:
            end += 1
        whole = unicodedata.normalize("NFC", "".join(sign for sign, _ in seen[start:end]))
        yield from ((letter, seen[start][1]) for letter in whole)
        start = end
