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
from alpine_catalogue.matching.fit import Flags, Floats
from alpine_catalogue.store.texts import Rows

Answered = Sequence[tuple[Part, Sequence[Answer]]]

_TIE = 1e-9
"""Less than any difference in points that is told: two decimals, and at most some hundred thousand hubs."""


@dataclass(frozen=True)
class Ranked:
    """The hubs found, by row, with their points, best first up to the end of the page."""

    rows: Rows
    points: Floats
    total: int


def rank(shelf: Shelf, answered: Answered, allowed: Flags, bonus: Floats, at: Point | None, weights: Ranking) -> Ranked:
    """Return all hubs that are found, with their points, in no order yet; see `best`."""
    points = bonus.copy()
    for _, answers in answered:
        points += _best_of(answers, len(points))
    rows = np.flatnonzero(allowed & _found(shelf, answered, at, weights))
    worth = points[rows] + shelf.traits.doubtful[rows] * weights.unverified
    if at is not None:
        worth += weights.near * weights.near_half_km / (weights.near_half_km + shelf.km_from(at, rows))
    return Ranked(rows, np.round(worth, 2), len(rows))


def best(ranked: Ranked, shelf: Shelf, first: int, after: int) -> Ranked:
    """Return the hubs from place `first` up to before place `after`, best first; ties fall as `shelf.order` says."""
    key = shelf.order[ranked.rows] * _TIE - ranked.points
    if after < len(key):
        chosen = np.argpartition(key, after)[:after]
    else:
        chosen = np.arange(len(key))
    chosen = chosen[np.argsort(key[chosen], kind="stable")][first:after]
    return Ranked(ranked.rows[chosen], ranked.points[chosen], ranked.total)


def _best_of(answers: Sequence[Answer], hubs: int) -> Floats:
    worth = np.zeros(hubs)
    for answer in answers:
        worth[answer.rows] = np.maximum(worth[answer.rows], answer.points)
    return worth


def _found(shelf: Shelf, answered: Answered, at: Point | None, weights: Ranking) -> Flags:
    """Hubs that answer what was asked for; else those in the places named; else those with the common words; else all.

    "3D printing in Ljubljana" finds who prints, those in Ljubljana first, and not all of Ljubljana.
    """
    hubs = len(shelf.hubs)
    telling, places, common = [], [], []
    for _, answers in answered:
        able = [one for one in answers if not one.is_place]
        places += [one for one in answers if one.is_place]
        if is_common(able, hubs, weights.common_share):
            common += able
        else:
            telling += able
    for kind in (telling, places, common):
        if kind:
            return _any_of(kind, hubs)
    return np.full(hubs, not answered or at is not None)


def _any_of(answers: Sequence[Answer], hubs: int) -> Flags:
    flags = np.zeros(hubs, dtype=bool)
    for answer in answers:
        flags[answer.rows] = True
    return flags


def hit(shelf: Shelf, answered: Answered, row: int, points: float, at: Point | None) -> Hit:
    """Return one hub with what in the query it answers."""
    matched = tuple(told for part, answers in answered if (told := _matched(shelf, part, answers, row)))
    km = None if at is None else round(float(shelf.km_from(at, np.array([row]))[0]))
    return Hit(shelf.hubs[row].id, float(points), matched, km)


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
    return max(labs, key=lambda lab: sum(bool(set(one) & set(fold(lab).split())) for one in part.own_words))
