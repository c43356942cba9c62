"""A small network: pieces of words speak for themselves, and together with the sentence's meaning through one layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from components.reading.products import times

Floats = NDArray[np.float32]
Piece = tuple[NDArray[np.int64], Floats]
MEANING_WEIGHT = 4.0
"""How much the sentence vector, of length 1, weighs against the pieces."""


def in_whole_numbers(table: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Return a table as a network keeps it, and the scale of each row."""
    scale = np.maximum(np.abs(table).max(axis=1), 1e-9) / 127
    return np.round(table / scale[:, None]).astype(np.int8), scale.astype(np.float32)


@dataclass(frozen=True)
class Network:
    """`table` holds for each piece what it says outright, then what it gives to the hidden layer.

    Its numbers are whole, from -127 to 127, each row with a scale of its own: that takes a quarter of the memory.
    """

    table: NDArray[np.int8]
    scale: Floats
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats

    def scores(self, pieces: Sequence[Piece], vectors: Floats) -> Floats:
        """Return the scores of several texts, one row each."""
        told = np.stack(
            [(weights * self.scale[rows]) @ self.table[rows].astype(np.float32) for rows, weights in pieces]
        )
        outright, given = np.split(told, [len(self.out_bias)], axis=1)
        seen = np.concatenate([vectors * np.float32(MEANING_WEIGHT), given], axis=1)
        hidden = np.maximum(times(seen, self.hidden) + self.hidden_bias, 0)
        scores: Floats = times(hidden, self.out) + self.out_bias + outright
        return scores

    def heaviest(self, count: int) -> NDArray[np.bool_]:
        """Tell which pieces matter most, be it for few outputs: each output's weights have a scale of their own."""
        squares = (self.table * self.scale[:, None]) ** 2
        weight = (squares / (squares.mean(axis=0) + 1e-9)).sum(axis=1)
        chosen = np.zeros(len(weight), dtype=bool)
        chosen[np.argsort(-weight, kind="stable")[:count]] = True
        return chosen

    def keep(self, chosen: NDArray[np.bool_]) -> Network:
        """Return the network with only the chosen pieces."""
        return replace(self, table=self.table[chosen], scale=self.scale[chosen])
