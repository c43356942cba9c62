"""One name, many places: which of them can be meant, and whether one answer is certain enough.

The rule. Each place under a name has a weight: its population (300 where unknown; regions, provinces and
landscapes have a fixed weight), halved or less when the name is not its own, and a tenth when the place lies
outside the area, because people who write to us are inside. A place with less than an eighth of the heaviest
weight is not meant, nor one below 5,000 beside a town above 10,000 that has three times its weight. What is left is
one answer when it lies in one NUTS-2 region, and candidates otherwise. So Trento (120,000) beats its hamlets and
Amstetten (16,000) a village of 4,000, while Freiburg im Breisgau (220,000) does not beat Fribourg. For the few names
in `ambiguous.yml` size counts for nothing: all places with a weight of 500 or more stay.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from alpine_catalogue.gazetteer.model import NOTHING, Found, Kind, Place
from alpine_catalogue.gazetteer.names import Hold, Named

DOMINANCE = 8
EVEN_WEIGHT = 500.0
TOWN, VILLAGE, CLEAR = 10_000, 5_000, 3.0
PROVINCE_DOMINANCE = 40
"""A stricter rule for the province, on which some vouchers depend."""
MOST_CANDIDATES = 8
OUTSIDE_SHARE = 0.1
UNKNOWN_POPULATION = 300
_SHARE: Mapping[Hold, float] = {
    "own": 1.0,
    "alternate": 0.2,
    "short": 0.5,
    "inflected": 0.1,
    "adjective": 0.1,
}
_FIXED: Mapping[Kind, float] = {
    "region": 2e6,
    "province": 3e5,
    "landscape": 1e5,
    "country": 5e6,
    "hamlet": 100.0,
}
_SMALL_PROVINCE = 3e4
"""German Kreise and Austrian units mostly bear the name of their town: they must not crush its namesakes."""


@dataclass(frozen=True)
class Weighed:
    """A place and how likely it is to be the one that is meant."""

    place: Place
    weight: float
    hold: Hold = "own"

    @property
    def by_size(self) -> float:
        """The weight as if the name were its own."""
        return self.weight / _SHARE[self.hold]


def weigh(named: Named, share: float = 1.0) -> Weighed:
    """The weight of a place under this name, times a share for misspelt names."""
    place = named.place
    if place.kind == "province" and place.country in ("AT", "DE"):
        size = _SMALL_PROVINCE
    else:
        size = _FIXED.get(place.kind, place.population or UNKNOWN_POPULATION)
    inside = 1.0 if place.region or place.kind in ("country", "landscape") else OUTSIDE_SHARE
    return Weighed(place, size * _SHARE[named.hold] * inside * share, named.hold)


def decide(
    weighed: Iterable[Weighed], *, country: str | None = None, guessed: bool = False, even: bool = False
) -> Found:
    """The outcome by the rule above; `even` when size shall not count."""
    ordered = sorted(weighed, key=lambda each: (-each.weight, each.place.country, each.place.name))
    if country and any(each.place.country == country for each in ordered):
        ordered = [each for each in ordered if each.place.country == country]
    if not ordered:
        return NOTHING
    least = _least(ordered[0].weight)
    meant = [each.place for each in ordered if each.weight >= least or (even and each.by_size >= EVEN_WEIGHT)]
    found = settle(meant, guessed=guessed)
    return _without_doubtful_province(found, ordered) if found.kind == "place" else found


def _least(heaviest: float) -> float:
    """The weight below which a namesake is not meant."""
    village = min(VILLAGE, heaviest / CLEAR) if heaviest >= TOWN else 0.0
    return max(heaviest / DOMINANCE, village)


def _without_doubtful_province(found: Found, ordered: Sequence[Weighed]) -> Found:
    """A namesake too small to question the region may still question the province."""
    place = found.places[0]
    doubts = (
        each.place.province != place.province
        for each in ordered
        if each.place.region == place.region
        and each.place.province
        and each.weight * PROVINCE_DOMINANCE >= ordered[0].weight
    )
    return replace(found, places=(replace(place, province=None),)) if place.province and any(doubts) else found


def settle(places: Sequence[Place], *, guessed: bool = False) -> Found:
    """The outcome for places that can all be meant, likeliest first."""
    if not places:
        return NOTHING
    countries = {place.country for place in places}
    country = places[0].country if len(countries) == 1 else None
    if places[0].kind == "country":
        return _whole_country(places[0], guessed)
    inside = [place for place in places if place.region]
    if not inside:
        return Found("outside", (places[0],), country, guessed)
    if len(inside) == len(places) and len({place.region for place in inside}) == 1:
        return Found("place", (_one_of(inside),), country, guessed)
    return Found("candidates", tuple(_one_per_unit(places)[:MOST_CANDIDATES]), country, guessed)


def _whole_country(place: Place, guessed: bool) -> Found:
    outside = place.population == 0
    return Found("outside" if outside else "country", (place,) if outside else (), place.country, guessed)


def _one_of(places: Sequence[Place]) -> Place:
    """The likeliest of places in one region; its province only if they all agree on it."""
    provinces = {place.province for place in places}
    towns = [place for place in places if place.kind == "town"]
    return replace(towns[0] if towns else places[0], province=provinces.pop() if len(provinces) == 1 else None)


def _one_per_unit(places: Sequence[Place]) -> list[Place]:
    """Not the town and its province and its region, but the likeliest in each unit."""
    seen: dict[tuple[str, str | None, str | None, str], Place] = {}
    for place in places:
        seen.setdefault((place.country, place.region, place.province, "" if place.region else place.name), place)
    return list(seen.values())
