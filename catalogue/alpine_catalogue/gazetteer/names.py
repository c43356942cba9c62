"""The compiled table of places and the index of their names; rows stay text until they are asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from alpine_catalogue.gazetteer.model import Kind, Place

Hold = Literal["own", "alternate", "short", "inflected", "adjective"]
"""How a name belongs to its place."""
_LETTERS: Mapping[str, Hold] = {
    "o": "own", "s": "short", "i": "inflected", "x": "alternate", "j": "adjective",
}  # fmt: skip
LETTER_OF: Mapping[Hold, str] = {hold: letter for letter, hold in _LETTERS.items()}
_LEVEL_3 = 5


@dataclass(frozen=True)
class Named:
    """A place under one of its names."""

    place: Place
    hold: Hold


@dataclass(frozen=True)
class NameIndex:
    """Folded name to places."""

    rows: Sequence[str]
    """One place each: name, kind, country, NUTS unit (empty: outside), latitude, longitude, population."""
    keys: Mapping[str, str]
    """Folded name to row numbers, each with the letter of its hold, parted by commas."""
    even: frozenset[str]
    """Names for which size does not settle which place is meant."""
    lone_provinces: Mapping[str, str]
    """NUTS level 2 to its NUTS level 3, where it has just one."""

    def __contains__(self, key: str) -> bool:
        """Is this a name of some place?"""
        return key in self.keys

    def named(self, key: str) -> Iterator[Named]:
        """The places that bear this folded name."""
        for entry in self.keys.get(key, "").split(","):
            if entry:
                yield Named(self.place(int(entry[:-1])), _LETTERS[entry[-1]])

    def place(self, row: int) -> Place:
        """The place in a row."""
        name, kind, country, unit, lat, lon, population = self.rows[row].split("\t")
        region = unit[:4] or None
        province = unit if len(unit) == _LEVEL_3 else self.lone_provinces.get(unit)
        return Place(name, cast(Kind, kind), country, region, province, float(lat), float(lon), int(population or 0))
