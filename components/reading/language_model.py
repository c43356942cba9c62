"""Which of the five languages a message is in, and whether that is clear enough to switch."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import Pipeline
from sklearn.svm import LinearSVC

from components.reading.calibration import best_sharpness, softmax

_CLEAR_FROM = 0.9
_CLEAR_WORDS = 2
_FOLDS = 3


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
        """Learn; the sharpness comes from folds that the model had not seen."""
        unseen = cross_val_predict(self._model, texts, languages, cv=_FOLDS, method="decision_function")
        self._model.fit(texts, languages)
        order = {language: index for index, language in enumerate(self._model.classes_)}
        self._sharpness = best_sharpness(unseen, np.array([order[language] for language in languages]))
        return self

    def guess(self, text: str, names: Sequence[str] = ()) -> LanguageGuess | None:
        """Return the likeliest language, or None for a text without words.

        `names` (of places and the like) say nothing about the language and are left out, as long as words remain.
        """
        bare = text
        for name in names:
            bare = bare.replace(name, " ")
        words = [word for word in bare.split() if any(letter.isalpha() for letter in word)]
        if not any(letter.isalpha() for letter in text):
            return None
        probabilities = softmax(self._model.decision_function([" ".join(words) or text]), self._sharpness)[0]
        best = int(np.argmax(probabilities))
        certain = float(probabilities[best])
        clear = len(words) >= _CLEAR_WORDS and certain >= _CLEAR_FROM
        return LanguageGuess(str(self._model.classes_[best]), certain, clear)
