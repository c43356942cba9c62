"""Walks the rules of a programme's file: every test with its place, so that a fault can be pointed at."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alpine_catalogue.files.lines import Step

Place = tuple[Step, ...]
Found = tuple[Place, str, Any]
"""Where a test stands, its word, and what it says."""
MODIFIERS = ("source", "if_not", "label")
_GROUPS = ("all", "any")


def parts_of(body: Mapping[str, Any]) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """Yield the body and each edition: both may hold `conditions` and `support`."""
    yield (), body
    yield from ((("editions", number), edition) for number, edition in enumerate(body["editions"]))


def conditions_of(body: Mapping[str, Any]) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """Yield every condition, those of single editions too."""
    for place, part in parts_of(body):
        for number, condition in enumerate(part.get("conditions", ())):
            yield (*place, "conditions", number), condition


def modules_of(body: Mapping[str, Any]) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """Yield every module of support."""
    for place, part in parts_of(body):
        for number, module in enumerate(part.get("support", {}).get("modules", ())):
            yield (*place, "support", "modules", number), module


def tests_of(body: Mapping[str, Any]) -> Iterator[Found]:
    """Yield every single test in conditions, modules and bonuses; groups are taken apart."""
    for place, condition in conditions_of(body):
        yield from _single(place, {word: said for word, said in condition.items() if word not in MODIFIERS})
    for place, module in modules_of(body):
        yield from _single((*place, "when"), module.get("when", {}))
        for number, bonus in enumerate(module.get("bonuses", ())):
            yield from _single((*place, "bonuses", number, "when"), bonus["when"])


def steps_needed(tests: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the names of steps that must come first in any case: alternatives do not count."""
    for test in tests:
        if "step" in test:
            yield test["step"]["name"]
        yield from steps_needed(test.get("all", ()))


def _single(place: Place, test: Mapping[str, Any]) -> Iterator[Found]:
    for word, said in test.items():
        if word in _GROUPS:
            for number, inner in enumerate(said):
                yield from _single((*place, word, number), inner)
        else:
            yield (*place, word), word, said
