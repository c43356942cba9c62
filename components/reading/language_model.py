"""Which of the five languages a message is in, and whether that is clear enough to switch."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.svm import LinearSVC

from components.reading.calibration import best_sharpness, softmax

_CLEAR_FROM = 0.9
_CLEAR_WORDS = 2
_UNSEEN = 0.2
"""Share of the examples kept aside to learn how far the scores can be trusted."""


@dataclass(frozen=True)
class LanguageGuess:
    """The likeliest language. `clear` allows a switch: enough words, and little doubt."""

    language: str
    probability: float
    clear: bool


class LanguageModel:
    """Learns the five languages from the training messages: short, sloppy, dialect, as they come."""

    def __init__(self) -> None:
        """Prepare an untrained model. Accents are kept: they tell languages apart."""
        pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), min_df=2, sublinear_tf=True, lowercase=True)
        self._model = Pipeline([("features", pieces), ("classifier", LinearSVC(C=1.0, class_weight="balanced"))])
        self._sharpness = 1.0

    def fit(self, texts: Sequence[str], languages: Sequence[str]) -> "LanguageModel":
        """Learn; the sharpness comes from examples that the model had not seen by then."""
        seen, unseen, seen_languages, unseen_languages = train_test_split(
            texts, languages, test_size=_UNSEEN, stratify=languages, random_state=0
        )
        self._model.fit(seen, seen_languages)
        truth = np.searchsorted(self._model.classes_, unseen_languages)
        self._sharpness = best_sharpness(self._model.decision_function(unseen), truth)
        self._model.fit(texts, languages)
        return self

    def guess(self, text: str, names: Sequence[str] = ()) -> LanguageGuess | None:
        """Return the likeliest language, or None for a text without words.

        `names` (of places and the like) say nothing about the language and are left out, as long as words remain.
        """
        bare = text
        for name in names:
            bare = bare.replace(name, " ")
        words = [word for word in bare.split() if any(letter.isalpha() for letter in word)]
        if not _in_latin_letters(text):
            return None
        probabilities = softmax(self._model.decision_function([" ".join(words) or text]), self._sharpness)[0]
        best = int(np.argmax(probabilities))
        certain = float(probabilities[best])
        clear = len(words) >= _CLEAR_WORDS and certain >= _CLEAR_FROM
        return LanguageGuess(str(self._model.classes_[best]), certain, clear)


def _in_latin_letters(text: str) -> bool:
    """Tell if most letters are Latin; all five languages are written in them."""
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return bool(letters) and latin * 2 > len(letters)
