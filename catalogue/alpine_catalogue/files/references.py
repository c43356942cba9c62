"""Finds codes that point nowhere: a hub with an unknown technology, a programme with an unknown region."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from alpine_catalogue.errors import BrokenFiles, Finding
from alpine_catalogue.files.folder import Record
from alpine_catalogue.files.lines import line_of, read_yaml

Known = Mapping[str, set[str]]


def check_references(root: Path, records: Sequence[Record]) -> None:
    """Raise BrokenFiles when a record names a code that no other file or list explains."""
    known = _known(root, records)
    findings = [finding for record in records for finding in _dangling(record, known)]
    if findings:
        raise BrokenFiles(findings)


def _known(root: Path, records: Iterable[Record]) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {
        "hub_sector": set(read_yaml(root / "taxonomy" / "hub_sectors.yml")),
        "service": set(read_yaml(root / "criteria" / "services.yml")),
    }
    for record in records:
        known.setdefault(record.kind, set()).add(record.id)
    sections = {code[0] for code in known.get("sector", ())}
    known["nace"] = known.get("sector", set()) | sections
    known["area"] = _areas(records) | set(read_yaml(root / "taxonomy" / "neighbouring_areas.yml"))
    return known


def _areas(records: Iterable[Record]) -> set[str]:
    """Every NUTS code of the area, and every beginning of one, down to the country."""
    regions = [record for record in records if record.kind == "region"]
    codes = {record.id for record in regions} | {part["code"] for r in regions for part in r.body["nuts3"]}
    return {code[:length] for code in codes for length in range(2, len(code) + 1)}


def _dangling(record: Record, known: Known) -> Iterator[Finding]:
    places: dict[str, tuple[tuple[str | int, ...], str, Iterable[str]]] = {}
    body = record.body
    if record.kind == "hub":
        places = {
            "technologies": (("technologies",), "technology", body["technologies"]),
            "sectors": (("sectors",), "hub_sector", body["sectors"]),
            "serves": (("serves",), "area", body["serves"]),
        }
    elif record.kind == "programme":
        nace = [code for codes in body["sectors"].values() for code in codes]
        places = {"areas": (("areas",), "area", body["areas"]), "sectors": (("sectors",), "nace", nace)}
    elif record.kind == "pain_point":
        helps = body["helped_by"]
        places = {
            "technologies": (("helped_by", "technologies"), "technology", helps["technologies"]),
            "services": (("helped_by", "services"), "service", helps["services"]),
        }
    for place, kind, codes in places.values():
        for code in codes:
            if code not in known.get(kind, set()):
                where = "/".join(str(step) for step in place)
                reason = f"{code!r} is not a known {kind.replace('_', ' ')}; see the catalogue's README"
                yield Finding(record.path, line_of(record.path, place), where, reason)
