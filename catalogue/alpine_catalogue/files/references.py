"""Finds what no schema can see: codes that point nowhere, such as a hub's unknown technology, and days out of order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from alpine_catalogue.errors import BrokenFiles, Finding
from alpine_catalogue.files.folder import Record
from alpine_catalogue.files.lines import line_of, read_yaml
from alpine_catalogue.files.programme_references import programme_findings

Known = Mapping[str, set[str]]
Place = tuple[str, ...]

_EXAMPLE: Mapping[Place, str] = {
    ("pain_points",): "pain_point",
    ("technologies",): "technology",
    ("region",): "area",
    ("hub",): "hub",
}
_CODES: Mapping[str, Mapping[Place, str]] = {
    "hub": {("technologies",): "technology", ("sectors",): "hub_sector", ("serves",): "area"},
    "pain_point": {("helped_by", "technologies"): "technology", ("helped_by", "services"): "service"},
    "practice": {**_EXAMPLE, ("sectors",): "sector"},
    "event": _EXAMPLE,
}
"""Where in a file of each kind codes stand, and what they must be. Rules of programmes have checks of their own."""


def check_references(root: Path, records: Sequence[Record]) -> None:
    """Raise BrokenFiles when a record names a code that no other file or list explains."""
    known = _known(root, records)
    findings = [found for record in records for found in (*_dangling(record, known), *_backwards(record))]
    findings.extend(programme_findings(root, records, known["area"]))
    if findings:
        raise BrokenFiles(findings)


def _known(root: Path, records: Iterable[Record]) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {
        "hub_sector": set(read_yaml(root / "taxonomy" / "hub_sectors.yml")),
        "service": set(read_yaml(root / "criteria" / "services.yml")),
    }
    for record in records:
        known.setdefault(record.kind, set()).add(record.id)
    known["area"] = _areas(records) | set(read_yaml(root / "taxonomy" / "neighbouring_areas.yml"))
    return known


def _areas(records: Iterable[Record]) -> set[str]:
    """Every NUTS code of the area, and every beginning of one, down to the country."""
    regions = [record for record in records if record.kind == "region"]
    codes = {record.id for record in regions} | {part["code"] for r in regions for part in r.body["nuts3"]}
    return {code[:length] for code in codes for length in range(2, len(code) + 1)}


def _dangling(record: Record, known: Known) -> Iterator[Finding]:
    for place, kind in _CODES.get(record.kind, {}).items():
        for code in _at(record.body, place):
            if code not in known.get(kind, set()):
                yield _finding(record, place, f"{code!r} is not a known {kind.replace('_', ' ')}")


def _at(body: Any, place: Place) -> list[str]:
    """The codes at a place: of a list, the keys of a mapping, or the one that stands there; none where nothing does."""
    for step in place:
        body = (body or {}).get(step)
    if body is None:
        return []
    return [body] if isinstance(body, str) else list(body)


def _finding(record: Record, place: Place, fault: str) -> Finding:
    reason = f"{fault}; see the catalogue's README"
    return Finding(record.path, line_of(record.path, place), "/".join(place), reason)


def _backwards(record: Record) -> Iterator[Finding]:
    """An event that would be over before it begins; days are ISO text, which sorts as days do."""
    if record.kind != "event":
        return
    starts, ends = record.body["starts"], record.body["ends"]
    if ends < starts:
        reason = f"the event ends on {ends}, before it starts on {starts}; are the two days swapped?"
        yield Finding(record.path, line_of(record.path, ["ends"]), "ends", reason)
