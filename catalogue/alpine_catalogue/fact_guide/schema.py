"""The JSON Schema of a firm's file, made from the registry of facts."""

from collections.abc import Iterator
from typing import Any

from alpine_catalogue.eligibility.fact_kinds import PLACE, STEP, FactKind, FactKinds
from alpine_catalogue.eligibility.fact_reading import LEVELS
from alpine_catalogue.eligibility.facts import LEFT_ASIDE
from alpine_catalogue.fact_guide.forms import definitions, told_as

_ABOUT = (
    "The file for `python -m alpine_catalogue eligibility --facts FILE`; docs/facts.md explains it. Every fact may be "
    "left out or null: an unknown fact never passes and never fails a condition."
)


def facts_schema(kinds: FactKinds) -> dict[str, Any]:
    """Return the schema: every fact by its name, steps below `steps`."""
    facts = [kind for name, kind in kinds.by_name.items() if name != PLACE and not name.startswith(STEP)]
    steps = {name: _property(kinds[STEP + name]) for name in sorted(kinds.steps)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What is known about a firm and its project",
        "description": _ABOUT,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **{kind.name: _property(kind) for kind in sorted(facts, key=lambda kind: kind.name)},
            **{name: {"description": "May stand here, and is left aside: no rule asks for it."} for name in LEFT_ASIDE},
            "steps": {
                "type": ["object", "null"],
                "additionalProperties": False,
                "properties": steps,
                "description": "Steps that some programme wants first: true, false, or {done: day, paid: true}.",
            },
        },
        "$defs": definitions(),
    }


def _property(kind: FactKind) -> dict[str, Any]:
    return {**_form(kind), "description": " ".join(_described(kind))}


def _form(kind: FactKind) -> dict[str, Any]:
    if kind.name in LEVELS:
        return dict(told_as("place", {"type": "string", "pattern": f"^{LEVELS[kind.name]}$"}))
    if kind.form == "choice":
        return dict(told_as("choice", {"enum": list(kind.choices)}))
    return {"$ref": f"#/$defs/{kind.form}"}


def _described(kind: FactKind) -> Iterator[str]:
    yield kind.question["en"]
    if kind.presumed:
        yield "Presumed as a programme wants it, until told."
