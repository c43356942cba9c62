"""How far a hub really is: the beeline, made longer where it crosses the main Alpine crest.

Roads are about 1.3 times the beeline in Europe; crossing the main crest adds a detour to a pass or tunnel. Both
figures and the line of the crest are documented in docs/decisions/0004-distance.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alpine_catalogue.matching.fit import Flags, Floats
from alpine_catalogue.model import Hub
from alpine_catalogue.place import EARTH_RADIUS_KM

ROAD_PER_BEELINE = 1.3
CREST_DETOUR_KM = 40.0
CREST = np.array(
    [
        # (longitude, latitude) along the watershed, from the Ligurian Alps to the eastern end of the High Tauern.
        (7.6, 44.1), (7.05, 44.25), (6.9, 44.65), (7.0, 44.85), (6.7, 45.1), (7.1, 45.4), (6.85, 45.83), (7.4, 45.9),
        (7.9, 45.95), (8.2, 46.4), (8.57, 46.58), (9.3, 46.48), (9.7, 46.4), (10.1, 46.6), (10.5, 46.85), (11.5, 47.0),
        (12.2, 47.08), (13.0, 47.05), (13.5, 47.1), (14.0, 47.2),
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Travel:
    """Positions of all hubs (degrees), ready to be measured from any place."""

    lat: Floats
    lon: Floats

    @classmethod
    def to(cls, hubs: Sequence[Hub]) -> "Travel":
        """Take the positions of `hubs`."""
        return cls(np.array([hub.lat for hub in hubs]), np.array([hub.lon for hub in hubs]))

    def km_from(self, at: tuple[float, float] | None) -> Floats:
        """Road-like km from a (latitude, longitude) to each hub; nan where no place is known."""
        if at is None:
            return np.full(len(self.lat), np.nan)
        km: Floats = self.least_km_from(at) + self._crosses_crest(at) * CREST_DETOUR_KM
        return km

    def least_km_from(self, at: tuple[float, float]) -> Floats:
        """The same without looking for the crest, which is most of the work: too short by `CREST_DETOUR_KM` or not."""
        least: Floats = self._beeline(at) * ROAD_PER_BEELINE
        return least

    def _beeline(self, at: tuple[float, float]) -> Floats:
        lat, lon = np.radians(at[0]), np.radians(at[1])
        there = np.radians(self.lat)
        chord = np.sin((there - lat) / 2) ** 2
        chord += np.cos(lat) * np.cos(there) * np.sin((np.radians(self.lon) - lon) / 2) ** 2
        beeline: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(chord))
        return beeline

    def _crosses_crest(self, at: tuple[float, float]) -> Flags:
        """Tell whether the beeline crosses the crest an odd number of times, that is, ends on its other side."""
        crossings = np.zeros(len(self.lat), dtype=int)
        for start, end in zip(CREST[:-1], CREST[1:], strict=True):
            here = _side(start, end, at[1], at[0])
            there = _side(start, end, self.lon, self.lat)
            from_start = _side_of_line(at, self.lon, self.lat, start)
            from_end = _side_of_line(at, self.lon, self.lat, end)
            crossings += (here * there < 0) & (from_start * from_end < 0)
        odd: Flags = crossings % 2 == 1
        return odd


def _side(start: Floats, end: Floats, lon: Floats | float, lat: Floats | float) -> Floats:
    """On which side of the line start-end each point lies: the sign of a cross product."""
    side: Floats = (end[0] - start[0]) * (lat - start[1]) - (end[1] - start[1]) * (lon - start[0])
    return side


def _side_of_line(at: tuple[float, float], lon: Floats, lat: Floats, point: Floats) -> Floats:
    """On which side of each line from `at` to a hub the point lies."""
    side: Floats = (lon - at[1]) * (point[1] - at[0]) - (lat - at[0]) * (point[0] - at[1])
    return side
