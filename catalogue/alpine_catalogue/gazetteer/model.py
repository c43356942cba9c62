"""What the gazetteer answers with: places, the outcome of a look-up, and mentions in a text."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["town", "locality", "hamlet", "region", "province", "landscape", "postcode", "country"]
Outcome = Literal["place", "candidates", "outside", "country", "nothing"]


@dataclass(frozen=True)
class Place:
    """A place on the map with the regions it lies in."""

    name: str
    """Its everyday local name."""
    kind: Kind
    country: str
    """ISO 3166 alpha-2."""
    region: str | None
    """NUTS level 2; None when it lies outside the Alpine Space."""
    province: str | None
    """NUTS level 3; None when outside, or when the place is larger than one such unit."""
    lat: float
    lon: float
    population: int
    """0 when not known."""


@dataclass(frozen=True)
class Found:
    """The outcome of a look-up."""

    kind: Outcome
    places: tuple[Place, ...] = ()
    """One for `place` and `outside`, several for `candidates` (likeliest first), else none."""
    country: str | None = None
    """Where one country is certain: ISO 3166 alpha-2."""
    guessed: bool = False
    """The name was misspelt, or the choice leans on likelihood: confirm it with the user."""

    @property
    def place(self) -> Place | None:
        """The one place inside the area, if there is exactly one."""
        return self.places[0] if self.kind == "place" else None

    @property
    def regions(self) -> tuple[str, ...]:
        """The different NUTS-2 codes among the places, likeliest first."""
        return tuple(dict.fromkeys(place.region for place in self.places if place.region))


NOTHING = Found("nothing")


@dataclass(frozen=True)
class Mention:
    """A place named in a text: `text[start:end]`."""

    start: int
    end: int
    text: str
    found: Found
    negated: bool = False
    """The writer says it is *not* this place."""
