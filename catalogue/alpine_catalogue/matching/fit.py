"""How well each hub meets each need, as arrays over all hubs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alpine_catalogue.matching.weights import Criteria, Weights
from alpine_catalogue.model import Hub, PainPoint

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Strengths:
    """How strong each hub is in each technology and service: a matrix with one row per hub, 0 to 1."""

    columns: Mapping[str, int]
    matrix: Floats

    @classmethod
    def of(cls, hubs: Sequence[Hub], weights: Weights) -> "Strengths":
        """Work out the strengths of `hubs`; a hub's own scores are measured against its own average."""
        names = sorted({name for hub in hubs for name in (*hub.technologies, *hub.services)})
        columns = {name: column for column, name in enumerate(names)}
        matrix = np.zeros((len(hubs), len(names)))
        for row, hub in enumerate(hubs):
            for name, strength in _strengths(hub, weights):
                matrix[row, columns[name]] = strength
        return cls(columns, matrix)


def _strengths(hub: Hub, weights: Weights) -> Iterable[tuple[str, float]]:
    scores = [score for score in hub.technologies.values() if score is not None]
    average = sum(scores) / len(scores) if scores else 0.0
    for name, score in hub.technologies.items():
        points = 0.0 if score is None else score - average
        yield name, min(1.0, max(0.1, weights.average_strength + weights.strength_per_point * points))
    for name in hub.services:
        yield name, 1.0


def fits(strengths: Strengths, pains: Sequence[PainPoint], weights: Weights) -> tuple[Floats, Flags]:
    """Return fit (hubs x pains, 0 to 1) and whether the hub covers the pain.

    The strongest criterion decides whether a need is covered; all criteria together (noisy-or: each one leaves
    less to be wished for) tell how well, so that many weak reasons never make up for a missing strong one.
    """
    rows = strengths.matrix.shape[0]
    fit, covers = np.zeros((rows, len(pains))), np.zeros((rows, len(pains)), dtype=bool)
    for column, pain in enumerate(pains):
        contributions = _contributions(strengths, pain)
        if contributions.shape[1]:
            fit[:, column] = 1.0 - np.prod(1.0 - contributions, axis=1)
            covers[:, column] = contributions.max(axis=1) >= weights.covers_from
    return fit, covers


def _contributions(strengths: Strengths, pain: PainPoint) -> Floats:
    criteria = {**pain.technologies, **pain.services}
    known = [name for name in criteria if name in strengths.columns]
    weights = np.array([criteria[name].weight for name in known])
    chosen: Floats = strengths.matrix[:, [strengths.columns[name] for name in known]] * weights
    return chosen


def trade_fit(hub: Hub, sectors: Sequence[str], criteria: Criteria) -> float:
    """Return 1.0 when the hub names the firm's sector, less when it serves all, 0.0 when it names only others.

    `sectors` are NACE divisions; without any, nothing speaks against a hub.
    """
    if not sectors or not hub.sectors:
        return criteria.weights.cross_sector
    codes = {code for term in hub.sectors for code in criteria.sector_terms.get(term, ())}
    return 1.0 if any(sector in codes or sector[0] in codes for sector in sectors) else 0.0
