"""The figures and word lists of `catalogue/criteria/search.yml`, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from alpine_catalogue.files.lines import read_yaml
from alpine_catalogue.gazetteer.fold import fold, spellings


@dataclass(frozen=True)
class Ranking:
    """What each answered part of a query is worth; the meaning of each figure is in the file."""

    points: Mapping[str, float]
    near: float
    near_half_km: float
    unverified: float
    misspelt: float
    common_share: float


@dataclass(frozen=True)
class SearchCriteria:
    """Everything about searching that is data. Words are folded, in every spelling."""

    ranking: Ranking
    labs: frozenset[str]
    passed_over: frozenset[str]
    labs_called: Mapping[str, str]
    """What firms call a lab of a certain sort, to what hubs call it."""
    areas: Mapping[str, tuple[str, ...]]
    """Names of countries and Länder by their NUTS codes."""


def read_search_criteria(root: Path) -> SearchCriteria:
    """Read the figures and words below the catalogue folder `root`."""
    told = read_yaml(root / "criteria" / "search.yml")
    labs, called, passed_over, areas = (told.pop(key) for key in ("labs", "labs_called", "passed_over", "areas"))
    return SearchCriteria(
        ranking=Ranking(**told),
        labs=frozenset(key for words in labs for key in spellings(words)),
        passed_over=frozenset(key for words in passed_over.values() for word in words for key in spellings(word)),
        areas={code: tuple(names) for code, names in areas.items()},
        labs_called={
            key: fold(own) for own, names in called.items() for name in (own, *names) for key in spellings(name)
        },
    )
