"""How well each hub meets each need, as arrays over all hubs and pain points."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alpine_catalogue.matching.weights import Weights
from alpine_catalogue.model import Hub, PainPoint

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Fits:
    """Fit (hubs x pains, 0 to 1) and whether the hub covers the pain; the same for every firm.

    The strongest criterion decides whether a need is covered; all criteria together (noisy-or: each one leaves
    less to be wished for) tell how well, so that many weak reasons never make up for a missing strong one.
    """

    columns: Mapping[str, int]
    fit: Floats
    covers: Flags

    @classmethod
    def of(cls, hubs: Sequence[Hub], pains: Mapping[str, PainPoint], weights: Weights) -> "Fits":
        """Work out the fit of every hub for every pain point."""
        table = _Strengths.of(hubs, weights)
        fit = np.zeros((len(hubs), len(pains)), order="F")
        covers = np.zeros((len(hubs), len(pains)), dtype=bool, order="F")
        for column, pain in enumerate(pains.values()):
            contributions = table.contributions(pain)
            if contributions.shape[1]:
                fit[:, column] = 1.0 - np.prod(1.0 - contributions, axis=1)
                covers[:, column] = contributions.max(axis=1) >= weights.covers_from
        return cls({pain: column for column, pain in enumerate(pains)}, fit, covers)

    def of_pains(self, pains: Sequence[PainPoint]) -> tuple[Floats, Flags]:
        """Return fit and coverage with one column for each of these pains."""
        chosen = [self.columns[pain.id] for pain in pains]
        return self.fit[:, chosen], self.covers[:, chosen]


@dataclass(frozen=True)
class _Strengths:
    """How strong each hub is in each technology and service: a matrix with one row per hub, 0 to 1."""

    columns: Mapping[str, int]
    matrix: Floats

    @classmethod
    def of(cls, hubs: Sequence[Hub], weights: Weights) -> "_Strengths":
        """Work out the strengths of `hubs`; a hub's own scores are measured against its own average."""
        names = sorted({name for hub in hubs for name in (*hub.technologies, *hub.services)})
        columns = {name: column for column, name in enumerate(names)}
        matrix = np.zeros((len(hubs), len(names)))
        for row, hub in enumerate(hubs):
            for name, strength in strengths(hub, weights):
                matrix[row, columns[name]] = strength
        return cls(columns, matrix)

    def contributions(self, pain: PainPoint) -> Floats:
        """Return what each criterion of the pain point contributes at each hub: strength x weight."""
        criteria = {**pain.technologies, **pain.services}
        known = [name for name in criteria if name in self.columns]
        weights = np.array([criteria[name].weight for name in known])
        chosen: Floats = self.matrix[:, [self.columns[name] for name in known]] * weights
        return chosen


def strengths(hub: Hub, weights: Weights) -> Iterable[tuple[str, float]]:
    """Return each technology and service of the hub with its strength there, 0 to 1."""
    scores = [score for score in hub.technologies.values() if score is not None]
    average = sum(scores) / len(scores) if scores else 0.0
    for name, score in hub.technologies.items():
        points = 0.0 if score is None else score - average
        yield name, min(1.0, max(0.1, weights.average_strength + weights.strength_per_point * points))
    for name in hub.services:
        yield name, 1.0
