"""Cuts the rows we need out of GeoNames' world file of postal codes (`allCountries`, CC BY 4.0).

Run once for a new edition: `python -m alpine_catalogue.gazetteer.compile.extract ALL_COUNTRIES.tsv`.
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from alpine_catalogue.gazetteer.compile.regions import Regions, read_regions
from alpine_catalogue.gazetteer.compile.tables import write_rows

_CODE_COLUMN = {"AT": 8, "CH": 4, "DE": 8, "FR": 6, "IT": 6}
"""Which column tells the unit: Gemeinde, canton, Kreis, département, province."""
_REGIONS_IN_PART = frozenset({"44"})
"""Grand Est, of which only Alsace is inside: the rest is kept so that Lorraine is not taken for Alsace."""


def area_rows(rows: Iterable[list[str]], regions: Regions) -> Iterator[tuple[str, ...]]:
    """Country, postal code, locality, local code, municipality, latitude, longitude: those inside the area."""
    for row in rows:
        country = row[0]
        if country in ("LI", "SI"):
            yield country, row[1], row[2], "", "", row[9], row[10]
        elif country in _CODE_COLUMN:
            local = row[_CODE_COLUMN[country]] or row[6]
            if regions.province_of(country, local) or (country == "FR" and row[4] in _REGIONS_IN_PART):
                yield (
                    country,
                    row[1].split()[0],
                    row[2],
                    local,
                    row[7] if country in ("AT", "CH") else "",
                    row[9],
                    row[10],
                )


def main(source: Path, folder: Path) -> None:
    """Write `sources/postal.tsv.gz` under the gazetteer's folder."""
    regions = read_regions(folder.parent / "regions")
    with source.open(encoding="utf-8", newline="") as lines:
        rows = sorted(set(area_rows(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), regions)))
    write_rows(folder / "sources" / "postal.tsv.gz", rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).resolve().parents[3] / "gazetteer")
