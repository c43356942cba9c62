"""Turns words into numbers: pieces of words, for misspellings and endings, then whole words and pairs of words.

A checksum stands for each piece: 120,000 strings and their look-up would take twenty times the memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from components.reading.folding import fold

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Checksums = NDArray[np.uint32]
_REMEMBERED = 8_000
"""Words whose numbers are kept at hand: most messages are made of few words."""


class Pieces:
    """Knows the pieces seen in training. Rare ones weigh more; long texts weigh as much as short ones."""

    def __init__(self, *, shortest: int = 2, longest: int = 5, folded: bool = True) -> None:
        """Take how long pieces are, and whether accents count."""
        self._lengths, self._folded = range(shortest, longest + 1), folded
        self._known: Checksums = np.zeros(0, dtype=np.uint32)
        self._is_word = np.zeros(0, dtype=bool)
        self._rarity: Floats = np.zeros(0, dtype=np.float32)
        self._ever: Checksums = np.zeros(0, dtype=np.uint32)
        self._at_hand: dict[str, tuple[str, Numbers]] = {}

    def fit(self, texts: Sequence[Sequence[str]], seen_from: int = 3, words_from: int = 1) -> Pieces:
        """Learn the pieces that stand in at least `seen_from` of the texts, and the words in `words_from`."""
        pieces: Counter[int] = Counter()
        words: Counter[int] = Counter()
        for text in texts:
            plain = [self._plain(word) for word in text]
            pieces.update(set(map(_checksum, chain.from_iterable(map(self._cut, plain)))))
            words.update(set(map(_checksum, _told(plain))))
        counts = {piece: count for piece, count in pieces.items() if count >= seen_from}
        counts |= {word: count for word, count in words.items() if count >= words_from}
        self._known = np.array(sorted(counts), dtype=np.uint32)
        self._is_word = np.array([checksum in words for checksum in self._known.tolist()])
        often = np.array([counts[checksum] for checksum in self._known.tolist()])
        self._rarity = (np.log((1 + len(texts)) / (1 + often)) + 1).astype(np.float32)
        self._ever = np.array(sorted(words), dtype=np.uint32)
        self._at_hand = {}
        return self

    def __len__(self) -> int:
        return len(self._known)

    def __getstate__(self) -> dict[str, object]:
        """What is kept with the model: not what is at hand."""
        return self.__dict__ | {"_at_hand": {}}

    def keep(self, chosen: NDArray[np.bool_]) -> None:
        """Forget all pieces but the chosen ones."""
        self._known, self._is_word = self._known[chosen], self._is_word[chosen]
        self._rarity, self._at_hand = self._rarity[chosen], {}

    def read(self, words: Sequence[str]) -> tuple[Numbers, Floats]:
        """Return the numbers of the pieces in a text and how much each weighs."""
        known = [self._of(word) for word in words]
        pairs = self._numbers(f"{first} {second}" for (first, _), (second, _) in pairwise(known))
        numbers, counts = np.unique(np.concatenate([*(found for _, found in known), pairs]), return_counts=True)
        weights = ((1 + np.log(counts)) * self._rarity[numbers]).astype(np.float32)
        for part in (self._is_word[numbers], ~self._is_word[numbers]):
            weights[part] /= np.sqrt(weights[part] @ weights[part]) or 1.0
        return numbers, weights

    def matrix(self, texts: Iterable[Sequence[str]]) -> csr_matrix:
        """Return many texts at once, one row each."""
        rows = [self.read(text) for text in texts]
        ends = np.cumsum([0, *(len(numbers) for numbers, _ in rows)])
        numbers, weights = (np.concatenate([row[part] for row in rows]) for part in (0, 1))
        return csr_matrix((weights, numbers, ends), shape=(len(rows), len(self)))

    def knows(self, word: str) -> bool:
        """Tell if the whole word occurred in training, even if it was forgotten since."""
        return len(_places(self._ever, [_checksum(_whole(self._plain(word)))])) > 0

    def _plain(self, word: str) -> str:
        return fold(word) if self._folded else word

    def _of(self, word: str) -> tuple[str, Numbers]:
        if word not in self._at_hand:
            if len(self._at_hand) >= _REMEMBERED:
                self._at_hand.clear()
            plain = self._plain(word)
            self._at_hand[word] = plain, self._numbers([*self._cut(plain), _whole(plain)])
        return self._at_hand[word]

    def _numbers(self, pieces: Iterable[str]) -> Numbers:
        return _places(self._known, [_checksum(piece) for piece in pieces])

    def _cut(self, plain: str) -> Iterator[str]:
        padded = f" {plain} "
        for length in self._lengths:
            yield from (padded[start : start + length] for start in range(len(padded) - length + 1))


def _told(plain: Sequence[str]) -> Iterator[str]:
    """Words, marked as whole, and pairs of words."""
    yield from map(_whole, plain)
    yield from (f"{first} {second}" for first, second in pairwise(plain))


def _whole(plain: str) -> str:
    return f"={plain}"


def _checksum(piece: str) -> int:
    return crc32(piece.encode())


def _places(known: Checksums, checksums: Sequence[int]) -> Numbers:
    """Where those that are known stand."""
    if not checksums or not len(known):
        return np.zeros(0, dtype=np.int64)
    wanted = np.array(checksums, dtype=np.uint32)
    places = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.asarray(places[known[places] == wanted])
