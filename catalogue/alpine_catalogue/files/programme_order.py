"""Finds what is in the wrong order: days of editions and windows, and programmes that wait for each other."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from alpine_catalogue.files.rule_places import Place, parts_of, steps_needed

Fault = tuple[Place, str]
Body = Mapping[str, Any]
_APPLICATION = "application"


def day_faults(body: Body) -> Iterator[Fault]:
    """Return editions and windows that end before they begin, and editions that overlap. Days sort as text does."""
    spans = [(("editions", number), one["from"], one["until"]) for number, one in enumerate(body["editions"])]
    spans += [(("windows", number), one["opens"], one["closes"]) for number, one in enumerate(body["windows"])]
    for place, first, last in spans:
        if first and last and last < first:
            yield place, f"it ends on {last}, before it begins on {first}; are the two days swapped?"
    for (_, before), (number, after) in pairwise(enumerate(body["editions"])):
        if _picked_by(before) == _picked_by(after) and (before["until"] or "9999") >= (after["from"] or ""):
            begins = f"it begins on {after['from']}" if after["from"] else "it has no first day"
            runs = f"{before['name']!r} above runs until {before['until'] or 'further notice'}"
            yield ("editions", number, "from"), f"{begins}, but {runs}; editions follow each other, the newest last"


def circle_faults(bodies: Mapping[str, Body], steps: Mapping[str, Body]) -> Iterator[tuple[str, Place, str]]:
    """Return circles of successors, and of programmes that each need a step that the other gives; by programme."""
    successors = {name: [body["successor"]] for name, body in bodies.items() if "successor" in body}
    for circle in _circles(successors):
        told = f"a circle of successors: {_arrows(circle)}; the newest programme has none"
        yield circle[0], ("successor",), told
    needed = {name: [steps[step]["programme"] for step in _steps(body, steps)] for name, body in bodies.items()}
    for circle in _circles(needed):
        told = (
            f"a circle of steps: {_arrows(circle)}; each waits for a step that the next one gives, so nobody can begin"
        )
        yield circle[0], ("conditions",), told


def _picked_by(edition: Body) -> str:
    return str(edition.get("picked_by", _APPLICATION))


def _steps(body: Body, steps: Mapping[str, Body]) -> list[str]:
    tests = [condition for _, part in parts_of(body) for condition in part.get("conditions", ())]
    return [name for name in steps_needed(tests) if "programme" in steps.get(name, {})]


def _arrows(circle: Sequence[str]) -> str:
    return " -> ".join((*circle, circle[0]))


def _circles(after: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Return each circle once, beginning with the name that comes first in the alphabet."""
    for start in sorted(after):
        paths: list[tuple[str, ...]] = [(start,)]
        while paths:
            path = paths.pop()
            for following in after.get(path[-1], ()):
                if following == start:
                    yield path
                elif following > start and following not in path:
                    paths.append((*path, following))
