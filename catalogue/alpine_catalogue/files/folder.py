"""Reads the whole catalogue folder and finds every fault in it before anything is used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from alpine_catalogue.errors import BrokenFiles, Finding
from alpine_catalogue.files.fact_files import fact_findings
from alpine_catalogue.files.lines import line_of
from alpine_catalogue.files.schema_check import checked_body, validator_for

KINDS: Mapping[str, str] = {
    "hub": "hubs",
    "programme": "programmes",
    "region": "regions",
    "sector": "sectors",
    "pain_point": "pain_points",
    "technology": "technologies",
    "practice": "practices",
    "event": "events",
}
"""Each kind of record, and the folder in which its files lie (`schema/<kind>.schema.json` is its format)."""


@dataclass(frozen=True)
class Record:
    """One file of the catalogue: its kind, its id (the file's name) and what it says."""

    kind: str
    id: str
    body: Mapping[str, Any]
    path: Path


def read_folder(root: Path) -> list[Record]:
    """Return all records below `root`; raises BrokenFiles with every fault found in any file, those of facts too."""
    records: list[Record] = []
    findings = fact_findings(root)
    for kind in KINDS:
        validator = validator_for(root, kind)
        for path in sorted((root / KINDS[kind]).rglob("*.yml")):
            outcome = _read(path, kind, validator)
            if isinstance(outcome, Record):
                records.append(outcome)
            else:
                findings.extend(outcome)
    findings.extend(_duplicates(records))
    if findings:
        raise BrokenFiles(findings)
    return records


def _read(path: Path, kind: str, validator: Draft202012Validator) -> Record | list[Finding]:
    body, faults = checked_body(path, validator)
    if faults:
        return faults
    key = "code" if "code" in body else "id"  # official classifications have codes, our own records ids
    if body[key] != path.stem:
        return [Finding(path, line_of(path, [key]), key, f"must be {path.stem!r}, as the file is called")]
    return Record(kind, path.stem, body, path)


def _duplicates(records: list[Record]) -> Iterator[Finding]:
    seen: dict[tuple[str, str], Path] = {}
    for record in records:
        first = seen.setdefault((record.kind, record.id), record.path)
        if first is not record.path:
            yield Finding(record.path, 1, "id", f"{record.id!r} is also the id of {first}")
