"""Which events to come fit a firm. The day is an argument; what is past on it is never proposed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from alpine_catalogue.examples.model import Event, Firm
from alpine_catalogue.examples.weights import Similarity, points
from alpine_catalogue.matching.proposal import Reason

_UNSEEN = "memory"
_ABOUT = ("same_need", "same_technology", "by_this_hub", "about_everything")


@dataclass(frozen=True)
class Occasion:
    """One event with what speaks for it and against it."""

    event: Event
    points: float
    reasons: tuple[Reason, ...]
    running: bool
    """It has begun already and is not over."""


def upcoming(
    events: Iterable[Event], firm: Firm, on: date, weights: Similarity, limit: int | None = None
) -> list[Occasion]:
    """Return events that are not over on the day `on`: by fit, then by date, then by id.

    A firm that has told what it looks for hears only of events about that, or about everything.
    """
    to_come = (event for event in events if event.ends >= on and event.confidence != _UNSEEN)
    judged = (_occasion(event, firm, on, weights) for event in to_come)
    fitting = [occasion for occasion in judged if _concerns(occasion, firm)]
    return sorted(fitting, key=lambda one: (-one.points, one.event.starts, one.event.id))[:limit]


def _occasion(event: Event, firm: Firm, on: date, weights: Similarity) -> Occasion:
    reasons = (*_about(event, firm), *_where(event, firm), *_reservations(event, firm))
    return Occasion(event, points(reasons, weights.events), reasons, event.starts <= on)


def _concerns(occasion: Occasion, firm: Firm) -> bool:
    asked = firm.pains or firm.technologies
    return not asked or any(reason.key in _ABOUT for reason in occasion.reasons)


def _about(event: Event, firm: Firm) -> Iterator[Reason]:
    yield from (Reason("same_need", pain) for pain in event.pain_points if pain in firm.pains)
    yield from (Reason("same_technology", name) for name in event.technologies if name in firm.technologies)
    if event.hub and event.hub in firm.hubs:
        yield Reason("by_this_hub", event.hub)
    if not event.pain_points and not event.technologies:
        yield Reason("about_everything")


def _where(event: Event, firm: Firm) -> Iterator[Reason]:
    if event.region and event.region == firm.region:
        yield Reason("in_your_region", event.region)
    elif event.country == firm.country:
        yield Reason("in_your_country", event.country)
    if event.online:
        yield Reason("online")


def _reservations(event: Event, firm: Firm) -> Iterator[Reason]:
    if firm.language not in event.languages:
        yield Reason("other_language", ", ".join(event.languages))
    if event.confidence != "seen":
        yield Reason("dates_uncertain")
