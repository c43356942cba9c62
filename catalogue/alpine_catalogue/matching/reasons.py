"""Why a hub is in the team, and what is not certain about it."""

from collections.abc import Iterator, Sequence

from alpine_catalogue.matching.proposal import Reason
from alpine_catalogue.matching.search import Search
from alpine_catalogue.model import Hub, PainPoint
from alpine_catalogue.place import within

_MOST_NAMED = 3


def reasons_for(hub: Hub, covers: Sequence[PainPoint], search: Search, trade: float) -> tuple[Reason, ...]:
    """Return the reasons in the order in which they are told."""
    return (*_expertise(hub, covers), *_nearness(hub, search, trade), *_reservations(hub, search))


def _expertise(hub: Hub, covers: Sequence[PainPoint]) -> Iterator[Reason]:
    weights: dict[tuple[str, str], float] = {}
    for pain in covers:
        for name, criterion in pain.technologies.items():
            if name in hub.technologies:
                weights["technology", name] = max(weights.get(("technology", name), 0.0), criterion.weight)
        for name, criterion in pain.services.items():
            if name in hub.services:
                weights["service", name] = max(weights.get(("service", name), 0.0), criterion.weight)
    for key, name in sorted(weights, key=lambda found: (-weights[found], found))[:_MOST_NAMED]:
        yield Reason(key, name)


def _nearness(hub: Hub, search: Search, trade: float) -> Iterator[Reason]:
    if search.sectors and trade == 1.0:
        yield Reason("names_your_sector")
    if search.area and within(search.area, hub.serves):
        yield Reason("serves_your_area", search.region or search.country)
    elif search.country and hub.country != search.country:
        yield Reason("across_the_border", hub.country)


def _reservations(hub: Hub, search: Search) -> Iterator[Reason]:
    if search.language not in hub.languages:
        yield Reason("other_language")
    if hub.status != "active":
        yield Reason("status_unverified", hub.status_year)
    if "languages" in hub.from_memory:
        yield Reason("languages_unverified")
    if "technologies" in hub.from_memory:
        yield Reason("technologies_unverified")
