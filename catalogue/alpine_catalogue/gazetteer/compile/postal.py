"""Postal localities of the area (GeoNames, CC BY 4.0) with their NUTS-3 units, and the table of postal codes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import fmean

from alpine_catalogue.gazetteer.compile.neighbours import Locality
from alpine_catalogue.gazetteer.compile.regions import Regions
from alpine_catalogue.gazetteer.compile.tables import read_rows

_MOST_UNITS = 4
"""A code shared by more units than this tells nothing."""
_RARE = 0.1
"""A unit with fewer of a code's localities than this share is a slip of the source or a farm across the border."""


def localities(path: Path, regions: Regions) -> Iterator[Locality]:
    """Read the extract; rows in Slovenia have no unit yet."""
    for country, code, name, local, municipality, lat, lon, *population in read_rows(path):
        unit = "LI000" if country == "LI" else regions.province_of(country, local) or ""
        yield Locality(country, code, name, unit, municipality, float(lat), float(lon), int(*population))


def postcode_rows(known: Iterable[Locality]) -> Iterator[tuple[str, ...]]:
    """Digits, country, unit, middle of its localities, and the name of the locality where there is only one."""
    by_code: defaultdict[tuple[str, str], list[Locality]] = defaultdict(list)
    for locality in known:
        if locality.code.isdigit():
            by_code[locality.code, locality.country].append(locality)
    for (code, country), members in sorted(by_code.items()):
        for unit in units(members):
            here = [member for member in members if member.unit == unit]
            names = {member.municipality or member.name for member in here}
            lat, lon = fmean(member.lat for member in here), fmean(member.lon for member in here)
            yield code, country, unit, f"{lat:.3f}", f"{lon:.3f}", names.pop() if len(names) == 1 else ""


def units(members: list[Locality]) -> list[str]:
    """The units that share a code, most localities first."""
    count = Counter(member.unit for member in members)
    least = _RARE * count.total()
    return [unit for unit, number in count.most_common(_MOST_UNITS) if unit and number > least]
