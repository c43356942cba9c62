"""Teaches the network: one pass after the other over the lessons, in small batches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from components.reading.network import MEANING_WEIGHT, Floats, Network, in_whole_numbers

_EVEN, _STEADY, _TINY = 0.9, 0.999, 1e-8
_UNLIKELY = -3.0
"""Where the scores of needs start: most clauses tell none."""


@dataclass(frozen=True)
class Targets:
    """What is right, per row: an act, which counts so much (0: it is no whole message), and yes or no for each flag."""

    acts: NDArray[np.int64]
    act_counts: Floats
    flags: Floats


@dataclass(frozen=True)
class Plan:
    """How to teach. What is left out at random (`dropped`) keeps the network from learning lines by heart."""

    passes: int = 4
    batch: int = 128
    pace: float = 0.002
    piece_pace: float = 0.01
    outright_pace: float = 0.04
    dropped: float = 0.6
    input_dropped: float = 0.35
    given: int = 64
    hidden: int = 512


class _Weights:
    """One matrix and its steps (Adam: each number at a pace of its own)."""

    def __init__(self, start: Floats) -> None:
        self.now = start
        self._mean, self._square, self._steps = np.zeros_like(start), np.zeros_like(start), 0

    def step(self, slope: Floats, pace: float) -> None:
        self._steps += 1
        self._mean += (1 - _EVEN) * (slope - self._mean)
        self._square += (1 - _STEADY) * (slope * slope - self._square)
        pace *= float(np.sqrt(1 - _STEADY**self._steps) / (1 - _EVEN**self._steps))
        self.now -= pace * self._mean / (np.sqrt(self._square) + _TINY)


class _Rows:
    """A matrix of which each batch touches a few rows (Adagrad per row)."""

    def __init__(self, start: Floats) -> None:
        self.now, self._square = start, np.full(len(start), _TINY, dtype=np.float32)

    def step(self, rows: NDArray[np.int64], slope: Floats, pace: float) -> None:
        self._square[rows] += (slope * slope).mean(axis=1)
        self.now[rows] -= pace * slope / np.sqrt(self._square[rows])[:, None]


class Teacher:
    """Teaches one network."""

    def __init__(self, pieces: int, meaning: int, acts: int, flags: int, plan: Plan) -> None:
        """Take the sizes; all starts at random, but always the same."""
        self._plan, self._random, self._acts = plan, np.random.default_rng(0), acts
        outputs = acts + flags
        bias = np.zeros(outputs, dtype=np.float32)
        bias[acts:] = _UNLIKELY
        self._outright = _Rows(np.zeros((pieces, outputs), dtype=np.float32))
        self._given = _Rows(self._start(pieces, plan.given, 0.05))
        self._hidden = _Weights(self._start(meaning + plan.given, plan.hidden, (meaning + plan.given) ** -0.5))
        self._hidden_bias = _Weights(np.zeros(plan.hidden, dtype=np.float32))
        self._out = _Weights(self._start(plan.hidden, outputs, plan.hidden**-0.5))
        self._out_bias = _Weights(bias)

    def _start(self, rows: int, columns: int, size: float) -> Floats:
        start: Floats = self._random.standard_normal((rows, columns), dtype=np.float32) * np.float32(size)
        return start

    def teach(self, pieces: csr_matrix, vectors: Floats, targets: Targets, margins: tuple[Floats, Floats]) -> Network:
        """Go over the lessons, slower and slower, and return the network, with the `margins` of the acts added."""
        count, batch = pieces.shape[0], self._plan.batch
        starts = range(0, count, batch)
        for turn in range(self._plan.passes):
            order = self._random.permutation(count)
            for number, start in enumerate(starts):
                left = 1 - (turn * len(starts) + number) / (self._plan.passes * len(starts))
                self._lesson(order[start : start + batch], pieces, vectors, targets, left)
        self._outright.now[:, : self._acts] += margins[0]
        self._out_bias.now[: self._acts] += margins[1]
        table, scale = in_whole_numbers(np.concatenate([self._outright.now, self._given.now], axis=1))
        return Network(table, scale, self._hidden.now, self._hidden_bias.now, self._out.now, self._out_bias.now)

    def _lesson(
        self, rows: NDArray[np.int64], pieces: csr_matrix, vectors: Floats, targets: Targets, left: float
    ) -> None:
        """Forward, compare, and back again."""
        touched, told = _only_touched(pieces[rows])
        seen = np.concatenate([vectors[rows] * np.float32(MEANING_WEIGHT), told @ self._given.now[touched]], axis=1)
        seen_mask = self._mask(seen.shape, self._plan.input_dropped)
        seen *= seen_mask
        raw = seen @ self._hidden.now + self._hidden_bias.now
        mask = self._mask(raw.shape, self._plan.dropped) * (raw > 0)
        hidden = raw * mask
        scores = hidden @ self._out.now + self._out_bias.now + told @ self._outright.now[touched]
        slope = self._slope(scores, rows, targets)
        back = (slope @ self._out.now.T) * mask
        known = vectors.shape[1]  # the sentence vectors stay as they are: only what pieces give is learnt
        back_given = (back @ self._hidden.now[known:].T) * seen_mask[:, known:]
        pace = self._plan.pace * left
        self._out.step(hidden.T @ slope, pace)
        self._out_bias.step(slope.sum(axis=0), pace)
        self._hidden.step(seen.T @ back, pace)
        self._hidden_bias.step(back.sum(axis=0), pace)
        self._outright.step(touched, told.T @ slope, self._plan.outright_pace * left)
        self._given.step(touched, told.T @ back_given, self._plan.piece_pace * left)

    def _mask(self, shape: tuple[int, ...], dropped: float) -> Floats:
        kept = self._random.random(shape, dtype=np.float32) >= dropped
        return kept.astype(np.float32) / np.float32(1 - dropped)

    def _slope(self, scores: Floats, rows: NDArray[np.int64], targets: Targets) -> Floats:
        """How the loss changes with each score: one act of many, and each flag for itself."""
        slope = np.empty_like(scores)
        acts = scores[:, : self._acts]
        shares = np.exp(acts - acts.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        shares[np.arange(len(rows)), targets.acts[rows]] -= 1
        slope[:, : self._acts] = shares * targets.act_counts[rows][:, None]
        slope[:, self._acts :] = 1 / (1 + np.exp(-scores[:, self._acts :])) - targets.flags[rows]
        return slope / np.float32(len(rows))


def _only_touched(pieces: csr_matrix) -> tuple[NDArray[np.int64], csr_matrix]:
    """The pieces that occur in these rows, and the rows over only those."""
    touched, columns = np.unique(pieces.indices, return_inverse=True)
    return touched, csr_matrix((pieces.data, columns, pieces.indptr), shape=(pieces.shape[0], len(touched)))
