"""Which needs a message tells, each with the words it came from, and whether it is said *not* to be one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.multiclass import OneVsRestClassifier
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

from components.reading.features import text_features
from components.reading.segments import Segment, segments

NOT_NEEDED = "not_needed"


@dataclass(frozen=True)
class Need:
    """A need (a pain point's id) told in `text[start:end]`; `not_needed` when the firm has it or does not want it."""

    id: str
    start: int
    end: int
    not_needed: bool = False


@dataclass(frozen=True)
class Example:
    """A training message with the needs marked in it."""

    text: str
    needs: tuple[Need, ...]


class NeedModel:
    """One linear model per need, over clauses; one more tells needs from what is not needed."""

    def __init__(self, *, certain_from: float = -0.2, regularisation: float = 0.5) -> None:
        """Prepare an untrained model; a clause tells a need when its score reaches `certain_from`."""
        self._certain_from = certain_from
        self._features = text_features()
        self._needs = OneVsRestClassifier(LinearSVC(C=regularisation))
        self._polarity = LinearSVC(C=regularisation, class_weight="balanced")
        self._labels = MultiLabelBinarizer()

    def fit(self, examples: Iterable[Example]) -> "NeedModel":
        """Learn from marked words, from the clauses around them, and from whole messages."""
        texts, labels = zip(*dict.fromkeys(_lessons(examples)), strict=True)
        seen = self._features.fit_transform(texts)
        self._needs.fit(seen, self._labels.fit_transform([ids for ids, _ in labels]))
        marked = [row for row, (ids, refused) in enumerate(labels) if ids and refused is not None]
        self._polarity.fit(seen[marked], [labels[row][1] for row in marked])
        return self

    def read(self, text: str) -> list[Need]:
        """Return the needs told, in the order of the text, each once."""
        parts = [part for part in segments(text) if _has_words(part.text)]
        if not parts:
            return []
        found = list(self._found(parts))
        whole = Segment(0, len(text), text)
        return _each_once(found or list(self._found([whole])))

    def _found(self, parts: Sequence[Segment]) -> Iterable[Need]:
        seen = self._features.transform([part.text for part in parts])
        scores: NDArray[np.float64] = self._needs.decision_function(seen)
        refused = self._polarity.predict(seen)
        for row, part in enumerate(parts):
            for column in np.flatnonzero(scores[row] >= self._certain_from):
                yield Need(str(self._labels.classes_[column]), part.start, part.end, bool(refused[row]))


def _lessons(examples: Iterable[Example]) -> Iterable[tuple[str, tuple[tuple[str, ...], bool | None]]]:
    """Each text to learn from, its needs, and whether they are refused (None when mixed or none)."""
    for example in examples:
        for need in example.needs:
            yield example.text[need.start : need.end], ((need.id,), need.not_needed)
        for part in segments(example.text):
            inside = [need for need in example.needs if need.start < part.end and part.start < need.end]
            polarity = {need.not_needed for need in inside}
            yield part.text, (tuple({need.id for need in inside}), polarity.pop() if len(polarity) == 1 else None)


def _has_words(text: str) -> bool:
    """Tell if there is a word to go by; figures and signs tell no need."""
    return re.search(r"[^\W\d_]{3}", text) is not None


def _each_once(needs: Sequence[Need]) -> list[Need]:
    kept: dict[tuple[str, bool], Need] = {}
    for need in needs:
        kept.setdefault((need.id, need.not_needed), need)
    return list(kept.values())
