"""Reads the compiled gazetteer from its folder."""

import gzip
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import yaml

from alpine_catalogue.gazetteer.errors import GazetteerBroken, GazetteerMissing
from alpine_catalogue.gazetteer.lookup import Gazetteer
from alpine_catalogue.gazetteer.names import NameIndex
from alpine_catalogue.gazetteer.postcodes import PostcodeTable
from alpine_catalogue.gazetteer.typos import TypoIndex
from alpine_catalogue.gazetteer.words import Words, read_words


def load_gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer in `catalogue/gazetteer`; raises GazetteerMissing or GazetteerBroken."""
    compiled = folder / "compiled"
    rows = _lines(compiled / "places.tsv.gz")
    names, marks = _names(compiled / "names.tsv.gz")
    even = frozenset(key for key, mark in marks.items() if "!" in mark)
    index = NameIndex(rows, names, even, _lone_provinces(rows))
    typos = TypoIndex(key for key, mark in marks.items() if "?" in mark)
    return Gazetteer(index, typos, _postcodes(compiled / "postcodes.tsv"), _words(folder))


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        raise GazetteerMissing(path)
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode().splitlines()


def _names(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Key to entries, and key to marks: `?` may be guessed from a misspelling, `!` size does not settle it."""
    names: dict[str, str] = {}
    marks: dict[str, str] = {}
    for line in _lines(path):
        key, entries, *mark = line.split("\t")
        names[key] = entries
        if mark:
            marks[key] = mark[0]
    return names, marks


def _lone_provinces(rows: list[str]) -> dict[str, str]:
    units = [row.split("\t")[3] for row in rows if "\tprovince\t" in row]
    count = Counter(unit[:4] for unit in units)
    return {unit[:4]: unit for unit in units if count[unit[:4]] == 1}


def _postcodes(path: Path) -> PostcodeTable:
    codes: defaultdict[str, list[str]] = defaultdict(list)
    departments = {}
    for line in _lines(path):
        digits, row = line.split("\t", 1)
        codes[digits].append(row)
        if row.startswith("FR\t"):
            departments[digits[:2]] = row.split("\t")[1]
    return PostcodeTable(dict(codes), departments)


def _words(folder: Path) -> Words:
    everyday = dict(line.split("\t") for line in _lines(folder / "compiled" / "everyday.tsv"))
    path = folder / "words.yml"
    try:
        return read_words(_yaml(path), everyday)
    except (KeyError, TypeError, AttributeError) as fault:
        raise GazetteerBroken(path, f"{type(fault).__name__}: {fault}") from fault


def _yaml(path: Path) -> Any:
    if not path.is_file():
        raise GazetteerMissing(path)
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as fault:
        raise GazetteerBroken(path, str(fault)) from fault
