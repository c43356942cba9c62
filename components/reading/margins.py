"""What pieces of words alone say about the act, learnt by margin: it holds the border where examples are few."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Floats = NDArray[np.float32]
_REGULARISATION = 0.3
_SHARE = 4.0
"""How much it counts beside the network; chosen by cross-validation (docs/decisions, 0005)."""


def by_margin(pieces: csr_matrix, acts: Sequence[str]) -> tuple[Floats, Floats]:
    """Return a weight per piece and act, and one per act; the acts in the order of the alphabet."""
    from sklearn.svm import LinearSVC  # needed for training only

    model = LinearSVC(C=_REGULARISATION, class_weight="balanced").fit(pieces, acts)
    return (_SHARE * model.coef_.T).astype(np.float32), (_SHARE * model.intercept_).astype(np.float32)
