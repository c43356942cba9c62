"""Reads the cases of programmes as editors write them, and finds every fault in them; a test says if they come true."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from alpine_catalogue.eligibility.fact_kinds import FactKinds, load_fact_kinds
from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.errors import BrokenFiles, CatalogueError, Finding
from alpine_catalogue.files.folder import Record
from alpine_catalogue.files.lines import Step, line_of
from alpine_catalogue.files.schema_check import checked_body, validator_for

FOLDER = "cases"


def check_cases(root: Path, records: Sequence[Record]) -> None:
    """Raise BrokenFiles when a case is not as its schema asks, or names a programme or a fact that does not exist."""
    if findings := list(_findings(root, {record.id for record in records if record.kind == "programme"})):
        raise BrokenFiles(findings)


def _findings(root: Path, programmes: set[str]) -> Iterator[Finding]:
    if not (paths := sorted((root / FOLDER).glob("*.yml"))):
        return
    validator, kinds = validator_for(root, "case"), load_fact_kinds(root)
    for path in paths:
        if path.stem not in programmes:
            yield Finding(path, 1, "", f"{path.stem!r} is not the id of a programme; call the file after its programme")
        body, faults = checked_body(path, validator)
        yield from faults or _in_file(path, body, kinds)


def _in_file(path: Path, cases: Sequence[Mapping[str, Any]], kinds: FactKinds) -> Iterator[Finding]:
    names = [case["name"] for case in cases]
    for number, case in enumerate(cases):
        if case["programme"] != path.stem:
            yield _finding(path, (number, "programme"), f"must be {path.stem!r}, as the file is called")
        if case["name"] in names[:number]:
            yield _finding(path, (number, "name"), "another case has the same name; say what is different")
        for fact in case.get("missing", ()):
            if fact not in kinds:
                yield _finding(path, (number, "missing"), f"{fact!r} is not a fact; see facts/")
        if fault := _unreadable(case["facts"], kinds):
            yield _finding(path, (number, "facts"), fault)


def _unreadable(told: Mapping[str, Any], kinds: FactKinds) -> str | None:
    try:
        facts_from(told, kinds)
    except CatalogueError as error:
        return str(error)
    return None


def _finding(path: Path, place: Sequence[Step], reason: str) -> Finding:
    return Finding(path, line_of(path, place), "/".join(str(step) for step in place), reason)
