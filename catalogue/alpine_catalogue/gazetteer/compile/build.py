"""Puts towns, localities, regions, landscapes and countries together and writes the compiled tables."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from alpine_catalogue.gazetteer.compile.book import Book
from alpine_catalogue.gazetteer.compile.entries import (
    add_countries,
    add_landscapes,
    add_localities,
    add_regions,
    add_towns,
)
from alpine_catalogue.gazetteer.compile.neighbours import Locality, Neighbours
from alpine_catalogue.gazetteer.compile.postal import localities, postcode_rows
from alpine_catalogue.gazetteer.compile.regions import Regions, read_regions
from alpine_catalogue.gazetteer.compile.tables import write_rows
from alpine_catalogue.gazetteer.compile.towns import Town, towns


def build(catalogue: Path, target: Path) -> dict[str, int]:
    """Compile everything into the target folder; answers how many rows each table has."""
    folder = catalogue / "gazetteer"
    regions = read_regions(catalogue / "regions")
    postal = [each for path in sorted((folder / "sources").glob("*.tsv*")) for each in localities(path, regions)]
    hand = {path.stem: _read(path) for path in sorted(folder.glob("*.yml"))}
    placed = list(towns(regions, Neighbours(each for each in postal if each.country != "SI"), hand["corrections"]))
    postal = _slovenes_placed(postal, placed, hand["corrections"]["postcodes"])
    book = _book(regions, placed, postal, hand)
    tables = {
        "places.tsv.gz": book.places(),
        "names.tsv.gz": book.names(),
        "postcodes.tsv": list(postcode_rows(postal)),
    }
    for name, rows in tables.items():
        write_rows(target / name, rows)
    return {name: len(rows) for name, rows in tables.items()}


def _book(regions: Regions, placed: list[Town], postal: list[Locality], hand: Mapping[str, Any]) -> Book:
    book = Book()
    add_countries(book, hand["countries"])
    add_towns(book, placed, hand["exonyms"])
    add_regions(book, regions, placed)
    add_landscapes(book, hand["landscapes"], regions, placed)
    add_localities(book, postal)
    for each in hand["ambiguous"]:
        book.not_settled_by_size(each["name"])
    return book


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _slovenes_placed(
    postal: list[Locality], placed: list[Town], corrections: Sequence[Mapping[str, Any]]
) -> list[Locality]:
    """Slovene codes come without a unit: they take that of the town of their name, or the nearest."""
    known = {each["code"]: each["unit"] for each in corrections}
    towns_there = [town for town in placed if town.country == "SI"]
    slovene = Neighbours(Locality("SI", "", town.name, town.unit, "", town.lat, town.lon) for town in towns_there)
    return [
        replace(each, unit=known.get(each.code) or slovene.unit("SI", [each.name], each.lat, each.lon))
        if each.country == "SI"
        else each
        for each in postal
    ]
