"""Finds the trade word that a misspelt word was meant to be."""

from collections import defaultdict

from rapidfuzz import process
from rapidfuzz.distance import OSA

from components.reading.trades.cues import trade_cue
from components.reading.trades.vocabulary import Entry, TradeWords

_SHORTEST = 6
_TWO_SLIPS_FROM = 10


class TradeTypos:
    """Compares a word with the single trade words of its first letter and about its length."""

    def __init__(self, words: TradeWords) -> None:
        """Sort the words by first letter and length."""
        self._words = words
        self._near: dict[tuple[str, int], list[str]] = defaultdict(list)
        for phrase in words.entries:
            if " " not in phrase and len(phrase) >= _SHORTEST:
                for length in (len(phrase) - 1, len(phrase), len(phrase) + 1):
                    self._near[phrase[0], length].append(phrase)

    def meant(self, word: str) -> Entry | None:
        """Return the nearest trade word; None for short words and for everyday words that look alike."""
        if len(word) < _SHORTEST or word in trade_cue("everyday"):
            return None
        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        near = self._near.get((word[0], len(word)), ())
        best = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=slips, processor=None)
        return self._words.entries[best[0]] if best else None
