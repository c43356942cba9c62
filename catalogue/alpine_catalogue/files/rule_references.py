"""Finds what the rules of a programme name and nobody explains: facts, codes, steps, programmes, sources, costs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from alpine_catalogue.files.fact_files import Registry
from alpine_catalogue.files.rule_places import Place, conditions_of, modules_of, parts_of, tests_of

Fault = tuple[Place, str]
"""Where something is wrong, and what to do about it."""
_NACE = "NACE code; see sectors/ and taxonomy/sections.yml"
_PLACES = ("seat", "site", "use", "production", "project")
_PLAIN = ("size", "owners", "de_minimis", "defined", "unclear", "smallest_grant")
"""Words of the language that name nothing that stands elsewhere."""
_KINDS = {
    **dict.fromkeys(("is", "asked_in"), ("flag",)),
    "one_of": ("choice",),
    "none_of": ("choice",),
    **dict.fromkeys(("not_before", "after", "before", "not_after", "over", "under"), ("day",)),
    **dict.fromkeys(("below", "above"), ("count", "money", "share", "figure")),
    **dict.fromkeys(("at_most", "at_least"), ("count", "money", "share", "figure", "day")),
}
"""Which forms of a fact each comparison can be asked of."""


@dataclass(frozen=True)
class Explained:
    """What rules may name."""

    registry: Registry
    programmes: set[str]
    areas: set[str]
    trades: set[str]
    costs: set[str]


def rule_faults(body: Mapping[str, Any], known: Explained) -> Iterator[Fault]:
    """Return every name in one programme's file that points nowhere."""
    for place, word, said in tests_of(body):
        yield from _test(place, word, said, known)
    yield from _sources(body)
    yield from _other_programmes(body, known)
    yield from _other_names(body, known)
    for place, module in modules_of(body):
        for number, clip in enumerate(module.get("clips", ())):
            yield from _costs((*place, "clips", number, "of"), clip["of"], known)


def _test(place: Place, word: str, said: Any, known: Explained) -> Iterator[Fault]:
    if word in _PLACES:
        yield from _codes(place, said, known.areas, "NUTS code; see regions/ and taxonomy/areas.yml")
    elif word == "trade":
        for how, codes in said.items():
            yield from _codes((*place, how), codes, known.trades, _NACE)
    elif word in _CHECKS:
        yield from _CHECKS[word](place, said, known)
    elif word not in _PLAIN:
        yield from _fact(place, word, said, known)


def _codes(place: Place, codes: Iterable[str], known: set[str], what: str) -> Iterator[Fault]:
    for number, code in enumerate(codes):
        if code not in known:
            yield (*place, number), f"{code!r} is not a known {what}"


def _fact(place: Place, name: str, said: Mapping[str, Any], known: Explained) -> Iterator[Fault]:
    kind = known.registry.facts.get(name)
    if kind is None:
        yield place, f"{name!r} is neither a word of the rule language nor a fact; add it to facts/ first"
        return
    yield from _codes((*place, "asked_in"), said.get("asked_in", ()), known.trades, _NACE)
    for comparison, limit in said.items():
        if kind["form"] not in _KINDS[comparison]:
            yield (*place, comparison), f"{name!r} is a {kind['form']}; {comparison!r} cannot be asked of it"
        elif comparison in ("one_of", "none_of"):
            listed = ", ".join(kind["choices"])
            strange = [one for one in limit if one not in kind["choices"]]
            yield from (((*place, comparison), f"{one!r} is no kind of {name!r}; known: {listed}") for one in strange)
        elif isinstance(limit, Mapping) and "of" in limit and limit["of"] not in known.registry.facts:
            yield (*place, comparison, "of"), f"{limit['of']!r} is not a fact; add it to facts/ first"


def _step(place: Place, said: Mapping[str, Any], known: Explained) -> Iterator[Fault]:
    step = known.registry.steps.get(said["name"])
    if step is None:
        yield (*place, "name"), f"{said['name']!r} is not a known step; add it under `steps` to facts/ first"
    elif said.get("paid") and "paid" not in step["sentences"]:
        yield (*place, "paid"), f"the step {said['name']!r} has no sentence `paid`; add it to its file in facts/"


def _costs(place: Place, told: str | list[str], known: Explained) -> Iterator[Fault]:
    strange = [cost for cost in ([told] if isinstance(told, str) else told) if cost not in known.costs]
    listed = ", ".join(sorted(known.costs))
    for cost in strange:
        yield (
            place,
            f"{cost!r} is no known type of cost; use one of {listed}, or add cost_{cost} to criteria/sentences.yml",
        )


def _awards(place: Place, said: Mapping[str, Any], known: Explained) -> Iterator[Fault]:
    for number, one in enumerate(said["of"]):
        yield from _programme((*place, "of", number), one, known)


def _cost_share(place: Place, said: Mapping[str, Any], known: Explained) -> Iterator[Fault]:
    yield from _costs((*place, "of"), said["of"], known)


_CHECKS: Mapping[str, Callable[[Place, Any, Explained], Iterator[Fault]]] = {
    "step": _step,
    "awards": _awards,
    "apart": _awards,
    "cost_share": _cost_share,
}


def _programme(place: Place, programme: str, known: Explained) -> Iterator[Fault]:
    if programme not in known.programmes | {"this"}:
        yield place, f"{programme!r} is not the id of a programme; write it as its file is called, or `this`"


def _other_programmes(body: Mapping[str, Any], known: Explained) -> Iterator[Fault]:
    together = body["together"]
    for number, one in enumerate(together.get("not_with", ())):
        yield from _programme(("together", "not_with", number, "programme"), one["programme"], known)
    for number, cap in enumerate(together.get("caps", ())):
        for index, one in enumerate(cap["programmes"]):
            yield from _programme(("together", "caps", number, "programmes", index), one, known)
    if "successor" in body:
        yield from _programme(("successor",), body["successor"], known)
    for place, part in parts_of(body):
        for number, room in enumerate(part.get("support", {}).get("rooms", ())):
            yield from _awards((*place, "support", "rooms", number), room, known)


def _sources(body: Mapping[str, Any]) -> Iterator[Fault]:
    together = body["together"]
    told = [((*place, "source"), condition["source"]) for place, condition in conditions_of(body)]
    for key in ("not_with", "caps"):
        told += [
            (("together", key, number, "source"), one["source"]) for number, one in enumerate(together.get(key, ()))
        ]
    for place, name in told:
        if name not in body["sources"] and name != "memory":
            listed = ", ".join(body["sources"])
            yield place, f"{name!r} is no short name under sources ({listed}), nor `memory`"


def _other_names(body: Mapping[str, Any], known: Explained) -> Iterator[Fault]:
    """The fact that tells of other aid, and the edition that a window is for."""
    for place, part in parts_of(body):
        other = part.get("support", {}).get("with_other_aid")
        if other and other["fact"] not in known.registry.facts:
            yield (
                (*place, "support", "with_other_aid", "fact"),
                f"{other['fact']!r} is not a fact; add it to facts/ first",
            )
    editions = [edition["name"] for edition in body["editions"]]
    for number, window in enumerate(body["windows"]):
        if "edition" in window and window["edition"] not in editions:
            reason = f"{window['edition']!r} is the name of no edition; there are {', '.join(editions)}"
            yield ("windows", number, "edition"), reason
