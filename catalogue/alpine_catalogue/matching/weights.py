"""The figures of `catalogue/criteria/`, read once and handed to the matcher."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alpine_catalogue.files.lines import read_yaml
from alpine_catalogue.languages import Words


@dataclass(frozen=True)
class Weights:
    """What makes one team better than another; the meaning of each figure is in `criteria/weights.yml`."""

    covers_from: float
    average_strength: float
    strength_per_point: float
    cross_sector: float
    per_100_km: float
    outside_area: float
    other_language: float
    across_border: float
    unverified: float
    reach_km: float
    widen_km: float


@dataclass(frozen=True)
class Criteria:
    """Everything about matching that is data: weights, kinds of hubs, services, sector terms."""

    weights: Weights
    kinds: Mapping[str, Mapping[str, Any]]
    services: Mapping[str, Words]
    sector_terms: Mapping[str, tuple[str, ...]]
    """A hub's sector term to NACE divisions (`C16`) or sections (`C`)."""


def read_criteria(root: Path) -> Criteria:
    """Read the criteria below the catalogue folder `root`."""
    folder = root / "criteria"
    terms = read_yaml(root / "taxonomy" / "hub_sectors.yml")
    return Criteria(
        weights=Weights(**read_yaml(folder / "weights.yml")),
        kinds=read_yaml(folder / "kinds.yml"),
        services=read_yaml(folder / "services.yml"),
        sector_terms={term: tuple(codes) for term, codes in terms.items()},
    )
