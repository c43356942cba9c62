"""Reads the whole catalogue folder and finds every fault in it before anything is used."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match

from alpine_catalogue.errors import BrokenFiles, Finding
from alpine_catalogue.files.lines import line_of, plain, read_yaml

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
    """Return all records below `root`; raises BrokenFiles with every fault found in any file."""
    records: list[Record] = []
    findings: list[Finding] = []
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


def validator_for(root: Path, kind: str) -> Draft202012Validator:
    """Return what checks a file of that kind against its schema."""
    schema = json.loads((root / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=FormatChecker())


def _read(path: Path, kind: str, validator: Draft202012Validator) -> Record | list[Finding]:
    try:
        body = plain(read_yaml(path))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return [Finding(path, mark.line + 1 if mark else 1, "", f"not readable as YAML: {_first_line(error)}")]
    except UnicodeDecodeError:
        return [Finding(path, 1, "", "not written in UTF-8: save it again as UTF-8")]
    if findings := [_finding(path, error) for error in validator.iter_errors(body)]:
        return findings
    key = "code" if "code" in body else "id"  # official classifications have codes, our own records ids
    if body[key] != path.stem:
        return [Finding(path, line_of(path, [key]), key, f"must be {path.stem!r}, as the file is called")]
    return Record(kind, path.stem, body, path)


def _first_line(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None) or str(error)
    return str(problem).splitlines()[0]


def _finding(path: Path, error: ValidationError) -> Finding:
    cause = best_match(error.context) if error.context else error
    cause = cause or error
    place = list(cause.absolute_path)
    return Finding(path, line_of(path, place), "/".join(str(step) for step in place), _reason(cause))


def _reason(error: ValidationError) -> str:
    hint = error.schema.get("description", "") if isinstance(error.schema, dict) else ""
    return f"{error.message}. {hint}".strip()


def _duplicates(records: list[Record]) -> Iterator[Finding]:
    seen: dict[tuple[str, str], Path] = {}
    for record in records:
        first = seen.setdefault((record.kind, record.id), record.path)
        if first is not record.path:
            yield Finding(record.path, 1, "id", f"{record.id!r} is also the id of {first}")
