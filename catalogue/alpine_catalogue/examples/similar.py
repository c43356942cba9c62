"""Which practices are like a firm, and why: "a firm of your trade did this, with that hub"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from alpine_catalogue.examples.model import Firm, Practice
from alpine_catalogue.examples.weights import Similarity, points
from alpine_catalogue.matching.proposal import Reason

_SEEN = "seen"
"""Only what somebody has read in a source is told as something that happened."""


@dataclass(frozen=True)
class Likeness:
    """One practice with the reasons for which it is like the firm; there is always at least one."""

    practice: Practice
    points: float
    reasons: tuple[Reason, ...]


def similar(practices: Iterable[Practice], firm: Firm, weights: Similarity, limit: int = 3) -> list[Likeness]:
    """Return the practices most like the firm: by points, then newest, then by id."""
    judged = (_likeness(practice, firm, weights) for practice in practices if practice.confidence == _SEEN)
    near = [likeness for likeness in judged if likeness.points >= weights.practice_from]
    return sorted(near, key=lambda one: (-one.points, -(one.practice.year or 0), one.practice.id))[:limit]


def _likeness(practice: Practice, firm: Firm, weights: Similarity) -> Likeness:
    reasons = (*_needs(practice, firm), *_trade(practice, firm), *_means(practice, firm), *_place(practice, firm))
    return Likeness(practice, points(reasons, weights.practices), reasons)


def _needs(practice: Practice, firm: Firm) -> Iterator[Reason]:
    return (Reason("same_need", pain) for pain in practice.pain_points if pain in firm.pains)


def _trade(practice: Practice, firm: Firm) -> Iterator[Reason]:
    """One reason at most: a baker is not the more like a baker for being a manufacturer too."""
    if not practice.sectors:
        yield Reason("every_trade")
    elif shared := [code for code in practice.sectors if code in firm.sectors]:
        yield Reason("same_trade", shared[0])
    elif related := sorted({code[0] for code in practice.sectors} & {code[0] for code in firm.sectors}):
        yield Reason("related_trade", related[0])


def _means(practice: Practice, firm: Firm) -> Iterator[Reason]:
    yield from (Reason("same_technology", name) for name in practice.technologies if name in firm.technologies)
    if practice.hub and practice.hub in firm.hubs:
        yield Reason("with_this_hub", practice.hub)


def _place(practice: Practice, firm: Firm) -> Iterator[Reason]:
    if practice.region and practice.region == firm.region:
        yield Reason("same_region", practice.region)
    elif practice.country == firm.country:
        yield Reason("same_country", practice.country)
