"""Which unit a point lies in, told by the postal localities around it, whose units are known."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from alpine_catalogue.gazetteer.distance import kilometres
from alpine_catalogue.gazetteer.fold import fold

SAME_NAME_KM = 12.0
NEAREST = 5
_CELL = 0.15
"""Degrees; cells of the grid in which neighbours are sought."""


@dataclass(frozen=True)
class Locality:
    """A postal locality whose NUTS-3 unit is known."""

    country: str
    code: str
    name: str
    unit: str
    municipality: str
    lat: float
    lon: float
    population: int = 0


class Neighbours:
    """Localities on a grid."""

    def __init__(self, localities: Iterable[Locality]) -> None:
        """Sort the localities into cells."""
        self._cells: defaultdict[tuple[str, int, int], list[Locality]] = defaultdict(list)
        for locality in localities:
            self._cells[locality.country, *_cell(locality.lat, locality.lon)].append(locality)

    def unit(self, country: str, names: Iterable[str], lat: float, lon: float) -> str:
        """The unit of the nearest locality of that name, else of most of the nearest ones; empty when none is near."""
        near = sorted(self._near(country, lat, lon), key=lambda pair: (pair[0], pair[1].name, pair[1].code))
        keys = {fold(name) for name in names}
        for distance, locality in near:
            if distance > SAME_NAME_KM:
                break
            if fold(locality.name) in keys or fold(locality.municipality) in keys:
                return locality.unit
        votes: Counter[str] = Counter()
        for distance, locality in near[:NEAREST]:
            votes[locality.unit] += 1000 / (1 + distance)  # type: ignore[assignment]
        return max(votes, key=lambda unit: (votes[unit], unit), default="")

    def _near(self, country: str, lat: float, lon: float) -> Iterator[tuple[float, Locality]]:
        row, column = _cell(lat, lon)
        for down in (-1, 0, 1):
            for right in (-1, 0, 1):
                for locality in self._cells.get((country, row + down, column + right), ()):
                    yield kilometres(lat, lon, locality.lat, locality.lon), locality


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // _CELL), int(lon // _CELL)
