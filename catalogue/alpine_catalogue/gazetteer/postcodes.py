"""Postal codes of the area. The same four or five digits can be a code in several countries."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alpine_catalogue.gazetteer.model import NOTHING, Found, Place
from alpine_catalogue.gazetteer.ranking import settle

_LETTERS = {
    "A": "AT",
    "AT": "AT",
    "CH": "CH",
    "D": "DE",
    "DE": "DE",
    "F": "FR",
    "FR": "FR",
    "FL": "LI",
    "LI": "LI",
    "I": "IT",
    "IT": "IT",
    "SI": "SI",
    "SLO": "SI",
    "SL": "SI",
}
POSTCODE = re.compile(
    rf"(?<![\w.,])(?:(?P<country>{'|'.join(_LETTERS)})[-–\s]{{0,2}})?(?P<digits>\d{{4,5}})(?![\w]|[.,]\d)"
)
_FIVE = ("DE", "FR", "IT")
_DEPARTMENT = 2


@dataclass(frozen=True)
class PostcodeTable:
    """Digits to places, one for each country and NUTS-3 unit that uses them."""

    codes: Mapping[str, Sequence[str]]
    """Digits to rows: country, unit, latitude, longitude, locality."""
    departments: Mapping[str, str]
    """French département number to its NUTS-3 unit: business codes (CEDEX) are not in the table."""

    def find(self, digits: str, *, country: str | None = None) -> Found:
        """What a postal code tells; outside when the country is sure and the code is not one of the area."""
        places = [place for row in self.codes.get(digits, ()) if (place := _place(digits, row))]
        places = [place for place in places if place.country == country] if country else places
        if not places and (department := self._department(digits, country)):
            return settle([department])
        if not places and country in _FIVE and len(digits) == len("00000"):
            return Found("outside", (Place(digits, "postcode", country, None, None, 0.0, 0.0, 0),), country)
        return settle(places) if places else NOTHING

    def _department(self, digits: str, country: str | None) -> Place | None:
        unit = self.departments.get(digits[:_DEPARTMENT]) if country == "FR" and len(digits) == len("00000") else None
        row = next((row for row in self.codes.get(digits[:_DEPARTMENT] + "000", ()) if row.startswith("FR\t")), None)
        if not unit or not row:
            return None
        return _place(digits, row)


def country_of(letters: str | None) -> str | None:
    """`I-39031` is Italy, `FL-9490` Liechtenstein."""
    return _LETTERS.get(letters or "")


def _place(digits: str, row: str) -> Place:
    country, unit, lat, lon, locality = row.split("\t")
    return Place(f"{digits} {locality}".strip(), "postcode", country, unit[:4], unit, float(lat), float(lon), 0)
