"""How far two places are from each other."""

from alpine_catalogue.gazetteer.errors import BadCoordinates
from alpine_catalogue.place import beeline_km

_ALPS = (42.0, 51.5, 1.0, 18.0)
"""South, north, west, east of everything the area holds, with room to spare."""


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance in km; raises BadCoordinates for numbers that are no place on Earth."""
    check_on_earth(lat, lon)
    check_on_earth(other_lat, other_lon)
    return beeline_km((lat, lon), (other_lat, other_lon))


def check_on_earth(lat: float, lon: float) -> None:
    """Raise BadCoordinates unless latitude is within ±90 and longitude within ±180 degrees."""
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise BadCoordinates(lat, lon, "latitude goes from -90 to 90, longitude from -180 to 180")


def check_in_the_alps(lat: float, lon: float) -> None:
    """Raise BadCoordinates when the point is far from the Alps, and say so when the two look swapped."""
    check_on_earth(lat, lon)
    south, north, west, east = _ALPS
    if south <= lat <= north and west <= lon <= east:
        return
    swapped = south <= lon <= north and west <= lat <= east
    raise BadCoordinates(lat, lon, "the two look swapped" if swapped else "this is far from the Alpine Space")
