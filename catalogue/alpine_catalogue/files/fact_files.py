"""Reads the registry of facts and steps as editors write it, and finds every fault in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alpine_catalogue.errors import Finding
from alpine_catalogue.files.lines import line_of, plain, read_yaml
from alpine_catalogue.files.schema_check import checked_body, validator_for

FOLDER = "facts"
_PLACEHOLDER = re.compile(r"\{(.*?)\}")
_FILLED = {"fact", "limit", "span"}
"""What a fact's own sentences may have filled in."""


@dataclass(frozen=True)
class Registry:
    """All facts and steps by name, as their files say."""

    facts: Mapping[str, Mapping[str, Any]]
    steps: Mapping[str, Mapping[str, Any]]
    paths: Mapping[tuple[str, str], Path]
    """In which file each stands, by `("facts" or "steps", name)`."""


def read_registry(root: Path) -> Registry:
    """Return all facts and steps; what is wrong with them is for `fact_findings` to say."""
    found: dict[str, dict[str, Any]] = {"facts": {}, "steps": {}}
    paths: dict[tuple[str, str], Path] = {}
    for path in _files(root):
        for group, entries in plain(read_yaml(path)).items():
            found[group] |= entries
            paths |= {(group, name): path for name in entries}
    return Registry(found["facts"], found["steps"], paths)


def fact_findings(root: Path) -> list[Finding]:
    """Return every fault of the files: their form, names that stand twice, placeholders that nobody fills."""
    findings: list[Finding] = []
    seen: dict[tuple[str, str], Path] = {}
    validator = validator_for(root, FOLDER)
    for path in _files(root):
        body, faults = checked_body(path, validator)
        findings.extend(faults or (*_twice(path, body, seen), *_strange_placeholders(path, body)))
    return findings


def _files(root: Path) -> list[Path]:
    return sorted((root / FOLDER).glob("*.yml"))


def _twice(path: Path, body: Mapping[str, Any], seen: dict[tuple[str, str], Path]) -> Iterator[Finding]:
    for group, entries in body.items():
        for name in entries:
            first = seen.setdefault((group, name), path)
            if first is not path:
                reason = f"{name!r} already stands in {first}; use that one, or choose another name"
                yield Finding(path, line_of(path, [group, name]), f"{group}/{name}", reason)


def _strange_placeholders(path: Path, body: Mapping[str, Any]) -> Iterator[Finding]:
    for group, entries in body.items():
        for name, entry in entries.items():
            for key, words in entry.get("sentences", {}).items():
                yield from _in_words(path, (group, name, "sentences", key), words)


def _in_words(path: Path, place: tuple[str, ...], words: Mapping[str, str]) -> Iterator[Finding]:
    wanted = set(_PLACEHOLDER.findall(words["en"]))
    for language, text in words.items():
        told = set(_PLACEHOLDER.findall(text))
        if told != wanted or not told <= _FILLED:
            reason = f"has the placeholders {sorted(told)}; all languages need the same ones, of {sorted(_FILLED)}"
            yield Finding(path, line_of(path, [*place, language]), "/".join((*place, language)), reason)
