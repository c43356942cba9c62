"""Puts the hubs that answer a query in order, and cuts the page out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alpine_catalogue.directory.answering import Answer, is_common
from alpine_catalogue.directory.criteria import Ranking
from alpine_catalogue.directory.query import Hit, Matched, Point
from alpine_catalogue.directory.reading import Part
from alpine_catalogue.directory.shelf import Shelf
from alpine_catalogue.gazetteer.fold import fold
from alpine_catalogue.matching.distance import CREST_DETOUR_KM
from alpine_catalogue.matching.fit import Flags, Floats
from alpine_catalogue.store.texts import Rows

Answered = Sequence[tuple[Part, Sequence[Answer]]]

_ROUNDED = 0.01
"""Points are told with two decimals."""
_TIE = 1e-9
"""Less than any difference that is told, even a million times."""


@dataclass(frozen=True)
class Ranked:
    """Hubs by row, best first, with their points; km where a place was asked for."""

    rows: Rows
    points: Floats
    km: Floats | None
    total: int
    """How many were found, on this page or not."""


@dataclass(frozen=True)
class Asked:
    """What a query comes to on a shelf: its parts with their answers, the hubs allowed, and points for its limits."""

    answered: Answered
    allowed: Flags
    bonus: Floats
    at: Point | None


def rank(shelf: Shelf, asked: Asked, weights: Ranking, first: int, after: int) -> Ranked:
    """Return the hubs from place `first` up to before place `after`; ties fall as `shelf.order` says."""
    points = asked.bonus + shelf.traits.doubtful * weights.unverified
    for _, answers in asked.answered:
        points += _best_of(answers, len(points))
    rows = np.flatnonzero(asked.allowed & _found(shelf, asked, weights))
    total, worth, km = len(rows), points[rows], None
    if asked.at is not None:
        kept = _in_question(shelf.travel_to(rows).least_km_from(asked.at), worth, weights, after)
        rows = rows[kept]
        km = shelf.travel_to(rows).km_from(asked.at)
        worth = worth[kept] + _nearness(km, weights)
    chosen = _first_places(np.round(worth, 2), shelf.order[rows], after)[first:]
    return Ranked(rows[chosen], np.round(worth[chosen], 2), None if km is None else km[chosen], total)


def _in_question(least_km: Floats, worth: Floats, weights: Ranking, after: int) -> Rows:
    """Those that can be on the page at all: whether the way crosses the crest is worked out only for them."""
    if after >= len(worth):
        return np.arange(len(worth))
    at_most = worth + _nearness(least_km, weights)
    at_least = worth + _nearness(least_km + CREST_DETOUR_KM, weights)
    enough = np.partition(at_least, len(worth) - after)[len(worth) - after]
    return np.flatnonzero(at_most >= enough - _ROUNDED)


def _nearness(km: Floats, weights: Ranking) -> Floats:
    return weights.near * weights.near_half_km / (weights.near_half_km + km)


def _first_places(points: Floats, order: Rows, after: int) -> Rows:
    key = order * _TIE - points
    chosen = np.argpartition(key, after)[:after] if after < len(key) else np.arange(len(key))
    best: Rows = chosen[np.argsort(key[chosen], kind="stable")]
    return best


def _best_of(answers: Sequence[Answer], hubs: int) -> Floats:
    worth = np.zeros(hubs)
    for answer in answers:
        worth[answer.rows] = np.maximum(worth[answer.rows], answer.points)
    return worth


def _found(shelf: Shelf, asked: Asked, weights: Ranking) -> Flags:
    """Hubs that answer what was asked for; else those in the places named; else those with labs, where these were
    asked for; else those with the common words; else all.

    "3D printing in Ljubljana" finds who prints, those in Ljubljana first, and not all of Ljubljana.
    """
    hubs = len(shelf.hubs)
    telling: list[Answer] = []
    places: list[Answer] = []
    labs: list[Answer] = []
    common: list[Answer] = []
    for _, answers in asked.answered:
        labs += [one for one in answers if one.kind == "labs"]
        able = [one for one in answers if one.kind != "labs"]
        if any(one.is_place for one in able):
            places += able
        elif is_common(able, hubs, weights.common_share):
            common += able
        else:
            telling += able
    for kind in (telling, places, labs, common):
        if kind:
            return _any_of(kind, hubs)
    return np.full(hubs, not asked.answered or asked.at is not None)


def _any_of(answers: Sequence[Answer], hubs: int) -> Flags:
    flags = np.zeros(hubs, dtype=bool)
    for answer in answers:
        flags[answer.rows] = True
    return flags


def hit(shelf: Shelf, answered: Answered, ranked: Ranked, place: int) -> Hit:
    """Return the hub at that place of the page, with what in the query it answers."""
    row = int(ranked.rows[place])
    matched = tuple(told for part, answers in answered if (told := _matched(shelf, part, answers, row)))
    km = None if ranked.km is None else round(float(ranked.km[place]))
    return Hit(shelf.hubs[row].id, float(ranked.points[place]), matched, km)


def _matched(shelf: Shelf, part: Part, answers: Sequence[Answer], row: int) -> Matched | None:
    """The best way in which the hub answers the part."""
    own = [(answer, place) for answer in answers if (place := _place(answer.rows, row)) is not None]
    if not own:
        return None
    answer, _ = max(own, key=lambda found: found[0].points[found[1]])
    value = _lab(shelf, part, row) if answer.kind == "infrastructure" else answer.value
    return Matched(answer.kind, value, part.asked, part.guessed)


def _place(rows: Rows, row: int) -> int | None:
    place = int(np.searchsorted(rows, row))
    return place if place < len(rows) and rows[place] == row else None


def _lab(shelf: Shelf, part: Part, row: int) -> str:
    """The name of the lab in which most of the words stand."""
    labs = shelf.hubs[row].infrastructure
    words = {word for phrase in part.phrases for alternatives in phrase for word in alternatives}
    return max(labs, key=lambda lab: len(words & set(fold(lab).split())))
