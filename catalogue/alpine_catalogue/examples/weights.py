"""The figures of `catalogue/criteria/similarity.yml`: how near an example is to a firm."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from alpine_catalogue.files.lines import read_yaml
from alpine_catalogue.matching.proposal import Reason

Scale = Mapping[str, float]
"""Points for each reason, by its key."""


@dataclass(frozen=True)
class Similarity:
    """Points for each reason; their meaning is in the file."""

    practices: Scale
    events: Scale
    practice_from: float
    """Points below which a practice is not similar enough to be told."""


def read_similarity(root: Path) -> Similarity:
    """Read the figures below the catalogue folder `root`."""
    return Similarity(**read_yaml(root / "criteria" / "similarity.yml"))


def points(reasons: Iterable[Reason], scale: Scale) -> float:
    """Return what the reasons are worth together, rounded so that equal sums are equal."""
    return round(sum(scale[reason.key] for reason in reasons), 6)
