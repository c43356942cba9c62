"""Which act a message is: a linear model over pieces of words, with calibrated probabilities."""

from collections.abc import Sequence

import numpy as np
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import Pipeline
from sklearn.svm import LinearSVC

from components.reading.calibration import best_sharpness, softmax
from components.reading.features import text_features

_FOLDS = 3


class ActModel:
    """Learns acts from examples in all five languages at once."""

    def __init__(self, *, regularisation: float = 0.3) -> None:
        """Prepare an untrained model; a smaller `regularisation` (LinearSVC's C) trusts single examples less."""
        classifier = LinearSVC(C=regularisation, class_weight="balanced")
        self._model = Pipeline([("features", text_features()), ("classifier", classifier)])
        self._sharpness = 1.0

    def fit(self, texts: Sequence[str], acts: Sequence[str]) -> "ActModel":
        """Learn; the sharpness comes from folds that the model had not seen."""
        unseen = cross_val_predict(self._model, texts, acts, cv=_FOLDS, method="decision_function")
        self._model.fit(texts, acts)
        order = {act: index for index, act in enumerate(self._model.classes_)}
        self._sharpness = best_sharpness(unseen, np.array([order[act] for act in acts]))
        return self

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Return all acts with their probabilities, likeliest first."""
        scores = softmax(self._model.decision_function([text]), self._sharpness)[0]
        order = np.argsort(-scores)
        return [(str(self._model.classes_[index]), float(scores[index])) for index in order]
