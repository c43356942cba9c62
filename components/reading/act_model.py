"""Which act a message is: a linear model over pieces of words, with calibrated probabilities."""

from collections.abc import Sequence

import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.svm import LinearSVC

from components.reading.calibration import best_sharpness, softmax
from components.reading.features import text_features

_UNSEEN = 0.2
"""Share of the examples kept aside to learn how far the scores can be trusted."""


class ActModel:
    """Learns acts from examples in all five languages at once."""

    def __init__(self, *, regularisation: float = 0.3) -> None:
        """Prepare an untrained model; a smaller `regularisation` (LinearSVC's C) trusts single examples less."""
        classifier = LinearSVC(C=regularisation, class_weight="balanced")
        self._model = Pipeline([("features", text_features()), ("classifier", classifier)])
        self._sharpness = 1.0

    def fit(self, texts: Sequence[str], acts: Sequence[str]) -> "ActModel":
        """Learn; the sharpness comes from examples that the model had not seen by then."""
        seen, unseen, seen_acts, unseen_acts = train_test_split(
            texts, acts, test_size=_UNSEEN, stratify=acts, random_state=0
        )
        self._model.fit(seen, seen_acts)
        truth = np.searchsorted(self._model.classes_, unseen_acts)
        self._sharpness = best_sharpness(self._model.decision_function(unseen), truth)
        self._model.fit(texts, acts)
        return self

    def knows(self, text: str) -> bool:
        """Tell if at least one word of the text occurred in training, or a figure stands in it; `yxcv` is no act."""
        words = self._model["features"].transformer_list[1][1]
        told = words.build_analyzer()(text)
        return any(word in words.vocabulary_ or word.isdigit() for word in told)

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Return all acts with their probabilities, likeliest first."""
        scores = softmax(self._model.decision_function([text]), self._sharpness)[0]
        order = np.argsort(-scores)
        return [(str(self._model.classes_[index]), float(scores[index])) for index in order]
