"""The limits of a query: which hubs may be found at all, and how well they meet what was asked for by code."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from alpine_catalogue.directory.criteria import Ranking
from alpine_catalogue.directory.query import Query
from alpine_catalogue.directory.shelf import Shelf
from alpine_catalogue.errors import BadQuery, UnknownCode
from alpine_catalogue.languages import LANGUAGES
from alpine_catalogue.matching.fit import Flags, Floats


def check_codes(query: Query, known: Mapping[str, Iterable[str]]) -> None:
    """Raise UnknownCode for a code that nobody knows, BadQuery for a place that is none.

    `known` are the codes by the names of the query's fields.
    """
    for field, codes in known.items():
        code = getattr(query, field)
        if code is not None and code not in codes:
            raise UnknownCode(field.replace("_", " "), code, codes)
    if query.at is not None and not (abs(query.at[0]) <= 90 and abs(query.at[1]) <= 180):
        raise BadQuery(f"{query.at} is no place: latitude (-90 to 90) first, then longitude (-180 to 180).")


def known_codes(
    regions: Mapping[str, Mapping[str, Any]], needs: Iterable[str], technologies: Iterable[str], services: Iterable[str]
) -> dict[str, frozenset[str]]:
    """Return the codes that each field of a query may have."""
    codes = {*regions, *(part["code"] for body in regions.values() for part in body["nuts3"])}
    return {
        "need": frozenset(needs),
        "technology": frozenset(technologies),
        "service": frozenset(services),
        "region": frozenset(code[:length] for code in codes for length in range(2, len(code) + 1)),
        "language": frozenset(LANGUAGES),
    }


def allowed(query: Query, shelf: Shelf) -> Flags:
    """Return which hubs meet every limit."""
    flags = shelf.traits.serves(query.region)
    if query.need:
        flags = flags & shelf.fits.covers[:, shelf.fits.columns[query.need]]
    for skill in filter(None, (query.technology, query.service)):
        having = np.zeros(len(flags), dtype=bool)
        having[shelf.skilled(skill)[0]] = True
        flags = flags & having
    if query.language:
        flags = flags & shelf.traits.languages.any_of([query.language])
    return flags & shelf.labs if query.infrastructure else flags


def bonus(query: Query, shelf: Shelf, ranking: Ranking) -> Floats:
    """Return the points of hubs for meeting a limit well: the best for a need come first, though all cover it."""
    points = np.zeros(len(shelf.hubs))
    if query.need:
        points += ranking.points["need"] * shelf.fits.fit[:, shelf.fits.columns[query.need]]
    for kind, skill in (("technology", query.technology), ("service", query.service)):
        if skill:
            rows, strength = shelf.skilled(skill)
            points[rows] += ranking.points[kind] * strength
    return points
