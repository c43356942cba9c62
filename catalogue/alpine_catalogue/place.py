"""Where things are: NUTS codes and distances."""

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0


def within(code: str | None, areas: Iterable[str]) -> bool | None:
    """Tell if the NUTS code lies in one of the areas; None where the code is too coarse to tell.

    Areas and code may be of any level: `ITH1` lies in `IT`; `IT` may or may not lie in `ITH1`.
    """
    if not code:
        return None
    areas = tuple(areas)
    if any(code.startswith(area) for area in areas):
        return True
    return None if any(area.startswith(code) for area in areas) else False


def beeline_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Return the great-circle distance in km between two (latitude, longitude) pairs (haversine)."""
    (lat1, lon1), (lat2, lon2) = here, there
    half_lat, half_lon = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    chord = sin(half_lat) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(chord))
