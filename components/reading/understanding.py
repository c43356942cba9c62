"""Acts and needs of a message: one small network over what is seen of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from components.reading.calibration import best_sharpness, softmax
from components.reading.examples import Example, Need
from components.reading.learning import Plan, Teacher
from components.reading.lessons import Lesson, lessons, targets
from components.reading.margins import by_margin
from components.reading.meaning import VECTOR
from components.reading.needs_told import needs_told
from components.reading.network import Floats, Network
from components.reading.pieces import Pieces
from components.reading.seen import Seen

_UNSEEN_EVERY = 20
"""Of so many messages one is kept aside to learn how far the scores can be trusted."""
_KEPT = 120_000
Ranking = list[tuple[str, float]]


@dataclass(frozen=True)
class Understood:
    """The acts with their probabilities, likeliest first; the needs; whether there was a word to go by."""

    ranking: Ranking
    needs: list[Need]
    known: bool


class Understanding:
    """Learns from examples in all five languages at once."""

    def __init__(self, plan: Plan | None = None) -> None:
        """Prepare an untrained model."""
        self._plan = plan or Plan()
        self._pieces = Pieces()
        self._acts: list[str] = []
        self._needs: list[str] = []
        self._network: Network
        self._sharpness = 1.0

    def fit(self, examples: Sequence[Example]) -> Understanding:
        """Learn."""
        self._acts = sorted({example.act for example in examples})
        taught = list(lessons(examples))
        self._needs = sorted({need.id for lesson in taught for need in lesson.needs})
        whole = [row for row, lesson in enumerate(taught) if lesson.act]
        unseen = set(whole[::_UNSEEN_EVERY])
        self._learn([lesson for row, lesson in enumerate(taught) if row not in unseen])
        self._calibrate([taught[row] for row in sorted(unseen)])
        return self

    def read(self, seen: Seen, need_from: float) -> Understood:
        """Return what a message says; a clause tells a need when its score reaches `need_from`."""
        scores = self.scores(seen.rows, seen.vectors)
        acts, needs = np.split(scores, [len(self._acts)], axis=1)
        chances = softmax(acts[:1].astype(np.float64), self._sharpness)[0]
        ranking = [(self._acts[number], float(chances[number])) for number in np.argsort(-chances, kind="stable")]
        told = needs_told(self._needs, seen.parts, needs, need_from)
        return Understood(ranking, told, any(word.isdigit() or self._pieces.knows(word) for word in seen.rows[0]))

    def scores(self, rows: Sequence[Sequence[str]], vectors: Floats) -> Floats:
        """Return the raw scores of several texts: the acts, the needs told, the needs refused."""
        return self._network.scores([self._pieces.read(words) for words in rows], vectors)

    def _learn(self, taught: Sequence[Lesson]) -> None:
        matrix = self._pieces.fit([lesson.words for lesson in taught]).matrix([lesson.words for lesson in taught])
        teacher = Teacher(len(self._pieces), VECTOR, len(self._acts), 2 * len(self._needs), self._plan)
        vectors = np.stack([lesson.vector for lesson in taught])
        rows, acts = zip(*[(row, lesson.act) for row, lesson in enumerate(taught) if lesson.act], strict=True)
        margins = by_margin(matrix[list(rows)], acts)
        network = teacher.teach(matrix, vectors, targets(taught, self._acts, self._needs), margins)
        chosen = network.heaviest(_KEPT)
        self._network = network.keep(chosen)
        self._pieces.keep(chosen)

    def _calibrate(self, unseen: Sequence[Lesson]) -> None:
        scores = self.scores([lesson.words for lesson in unseen], np.stack([lesson.vector for lesson in unseen]))
        truth = np.array([self._acts.index(lesson.act or "") for lesson in unseen])
        self._sharpness = best_sharpness(scores[:, : len(self._acts)].astype(np.float64), truth)
