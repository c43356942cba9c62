"""Finds every fault in the rules of programmes that no schema can see, with file, line and what to do."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from alpine_catalogue.errors import Finding
from alpine_catalogue.files.fact_files import Registry, read_registry
from alpine_catalogue.files.folder import Record
from alpine_catalogue.files.lines import line_of, read_yaml
from alpine_catalogue.files.programme_order import circle_faults, day_faults
from alpine_catalogue.files.rule_places import Place
from alpine_catalogue.files.rule_references import Explained, rule_faults

_COST = "cost_"


def programme_findings(root: Path, records: Sequence[Record], areas: set[str]) -> Iterator[Finding]:
    """Return names that point nowhere, days out of order and circles; `areas` are the NUTS codes of region files."""
    programmes = {record.id: record for record in records if record.kind == "programme"}
    known = _explained(root, records, areas)
    for record in programmes.values():
        for place, reason in (*rule_faults(record.body, known), *day_faults(record.body)):
            yield _finding(record.path, place, reason)
    bodies = {name: record.body for name, record in programmes.items()}
    for name, place, reason in circle_faults(bodies, known.registry.steps):
        yield _finding(programmes[name].path, place, reason)
    yield from _givers_of_steps(known.registry, set(programmes))


def _explained(root: Path, records: Sequence[Record], areas: set[str]) -> Explained:
    phrases = read_yaml(root / "criteria" / "sentences.yml")
    return Explained(
        registry=read_registry(root),
        programmes={record.id for record in records if record.kind == "programme"},
        areas=areas | set(read_yaml(root / "taxonomy" / "areas.yml")),
        trades={record.id for record in records if record.kind == "sector"}
        | set(read_yaml(root / "taxonomy" / "sections.yml")),
        costs={key.removeprefix(_COST) for key in phrases if key.startswith(_COST)},
    )


def _givers_of_steps(registry: Registry, programmes: set[str]) -> Iterator[Finding]:
    for name, step in registry.steps.items():
        if "programme" in step and step["programme"] not in programmes:
            path, place = registry.paths["steps", name], ("steps", name, "programme")
            yield _finding(
                path, place, f"{step['programme']!r} is not the id of a programme; write it as its file is called"
            )


def _finding(path: Path, place: Place, reason: str) -> Finding:
    return Finding(path, line_of(path, place), "/".join(str(step) for step in place), reason)
