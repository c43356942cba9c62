"""Turns the raw scores of a linear model into probabilities that mean what they say."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def softmax(scores: Floats, sharpness: float) -> Floats:
    """Return probabilities per row; a higher sharpness trusts the scores more."""
    scaled = scores * sharpness
    scaled = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    shares: Floats = scaled / scaled.sum(axis=1, keepdims=True)
    return shares


def best_sharpness(scores: Floats, truth: NDArray[np.int64]) -> float:
    """Return the sharpness that makes the truth likeliest, given scores for examples the model has not seen.

    This is temperature scaling (Guo et al. 2017): one number, so it cannot overfit.
    """

    from scipy.optimize import minimize_scalar  # needed for training only

    def surprise(sharpness: float) -> float:
        chosen = softmax(scores, sharpness)[np.arange(len(truth)), truth]
        return float(-np.log(chosen + 1e-12).mean())

    return float(minimize_scalar(surprise, bounds=(0.1, 30.0), method="bounded").x)
