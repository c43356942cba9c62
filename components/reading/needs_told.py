"""From the scores of a message and its clauses to the needs it tells, each with its words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from components.reading.examples import Need
from components.reading.segments import Segment

Scores = NDArray[np.float32]
_WHOLE = 0.4
"""How much the whole message has to say about each of its clauses."""


def needs_told(names: Sequence[str], parts: Sequence[Segment], scores: Scores, certain_from: float) -> list[Need]:
    """Return the needs in the order of the text, each once; the first row and part are the whole message.

    The first half of the columns says which needs are told, the second which are refused.
    """
    clauses, mixed = (parts, scores) if len(parts) == 1 else (parts[1:], (1 - _WHOLE) * scores[1:] + _WHOLE * scores[0])
    needed, refused = np.split(mixed, 2, axis=1)
    likelier = np.maximum(needed, refused)
    kept: dict[str, Need] = {}
    for row, column in zip(*np.nonzero(likelier >= certain_from), strict=True):
        clause, not_needed = clauses[row], bool(refused[row, column] > needed[row, column])
        kept.setdefault(names[column], Need(names[column], clause.start, clause.end, not_needed))
    return list(kept.values())
