"""Which language a message is in: one of the five, or another one that we do not speak."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from components.reading.calibration import best_sharpness, softmax
from components.reading.language_names import OTHER
from components.reading.pieces import Pieces

_CLEAR_FROM = 0.9
_CLEAR_WORDS = 2
_OTHER_FROM = 0.95
_OTHER_WORDS = 4
_UNSEEN = 0.2
"""Share of the examples kept aside to learn how far the scores can be trusted."""
_KEPT = 30_000


@dataclass(frozen=True)
class LanguageGuess:
    """The likeliest language. `clear` allows a switch, or the answer that we do not speak it."""

    language: str
    probability: float
    clear: bool


class LanguageModel:
    """Learns from the training messages: short, sloppy, dialect, as they come. Accents count: they tell languages."""

    def __init__(self) -> None:
        """Prepare an untrained model."""
        self._pieces = Pieces(shortest=1, longest=4, folded=False)
        self._classes: list[str] = []
        self._table, self._bias = np.zeros((0, 0), dtype=np.float16), np.zeros(0, dtype=np.float32)
        self._sharpness = 1.0

    def fit(self, texts: Sequence[Sequence[str]], languages: Sequence[str]) -> "LanguageModel":
        """Learn from texts cut into words; the sharpness comes from examples that the model had not seen by then."""
        from sklearn.model_selection import train_test_split  # needed for training only

        rows = self._pieces.fit(texts, words_from=2).matrix(texts)
        seen, unseen, known, asked = train_test_split(
            rows, languages, test_size=_UNSEEN, stratify=languages, random_state=0
        )
        trial = _linear().fit(seen, known)
        self._sharpness = best_sharpness(trial.decision_function(unseen), np.searchsorted(trial.classes_, asked))
        final = _linear().fit(rows, languages)
        self._classes = [str(language) for language in final.classes_]
        self._keep(final.coef_.T, final.intercept_)
        return self

    def guess(self, words: Sequence[str]) -> LanguageGuess | None:
        """Return the likeliest language of the words, or None when there are none."""
        letters = [letter for word in words for letter in word if letter.isalpha()]
        if not _mostly_latin(letters):  # all five are written in Latin letters
            return LanguageGuess(OTHER, 1.0, clear=True) if len(letters) >= _OTHER_WORDS else None
        numbers, weights = self._pieces.read(words)
        scores = weights @ self._table[numbers].astype(np.float32) + self._bias
        chances = softmax(scores[None, :].astype(np.float64), self._sharpness)[0]
        count = sum(any(letter.isalpha() for letter in word) for word in words)
        best = int(np.argmax(chances))
        if self._classes[best] == OTHER and not (count >= _OTHER_WORDS and chances[best] >= _OTHER_FROM):
            chances[best] = 0.0
            chances, best = chances / (chances.sum() or 1.0), int(np.argmax(chances))
            return LanguageGuess(self._classes[best], float(chances[best]), clear=False)
        clear = count >= _CLEAR_WORDS and chances[best] >= _CLEAR_FROM
        return LanguageGuess(self._classes[best], float(chances[best]), clear)

    def _keep(self, table: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", bias: Sequence[float]) -> None:
        """Forget the pieces that say least."""
        weight = np.abs(table).max(axis=1)
        chosen = np.zeros(len(weight), dtype=bool)
        chosen[np.argsort(-weight, kind="stable")[:_KEPT]] = True
        self._pieces.keep(chosen)
        self._table, self._bias = table[chosen].astype(np.float16), np.array(bias, dtype=np.float32)


def _linear() -> Any:
    from sklearn.svm import LinearSVC  # needed for training only

    return LinearSVC(C=1.0, class_weight="balanced")


def _mostly_latin(letters: Sequence[str]) -> bool:
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return latin * 2 > len(letters)
