"""How a fact of each form is told, as JSON Schema: exactly what the program reads."""

from collections.abc import Mapping
from typing import Any

from alpine_catalogue.eligibility.fact_reading import NACE, NUTS
from alpine_catalogue.eligibility.records import AID, AID_STATUS, OWNERS
from alpine_catalogue.eligibility.values import DAY

Schema = Mapping[str, Any]
_LISTS = ("places", "firms", "owners", "aid", "costs")
"""Forms of which an empty list says that there are none; elsewhere it says nothing, as null and "" do."""
_AMOUNT = {"type": "number", "minimum": 0}
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_WORD = {"type": ["string", "null"]}
_DAY = {
    "anyOf": [{"type": "string", "pattern": f"^{DAY}$"}, {"type": "integer", "minimum": 1000, "maximum": 2999}],
    "description": "2026-03-01, or only the month 2026-03 or the year 2026: then it is some day of it.",
}
_DAY_OR_NULL = {"anyOf": [_DAY, {"type": "null"}]}


def _interval(end: Schema) -> Schema:
    either = {"anyOf": [end, {"type": "null"}]}
    pair = {"type": "array", "prefixItems": [either, either], "items": False, "minItems": 2}
    return {"anyOf": [end, pair], "description": "A number, or [low, high], both included; null where an end is open."}


def _one_or_more(pattern: str) -> Schema:
    code = _code(pattern)
    return {"anyOf": [code, {"type": "array", "items": code}]}


def _code(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}$"}


def _records(required: list[str], **properties: Schema) -> Schema:
    record = {"type": "object", "additionalProperties": False, "required": required, "properties": properties}
    return {"type": "array", "items": record}


_TOLD: Mapping[str, Schema] = {
    **dict.fromkeys(("count", "money", "figure"), _interval(_AMOUNT)),
    "share": _interval(_SHARE),
    "day": {
        "anyOf": [_DAY, {"const": "none"}],
        "description": "A day, month or year; `none`: not come yet.",
    },
    "flag": {"type": "boolean"},
    "place": _code(NUTS),
    "places": _one_or_more(NUTS),
    "trades": _one_or_more(NACE),
    "step": {
        "anyOf": [
            {"type": "boolean"},
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {"done": {"anyOf": [{"type": "boolean"}, _DAY]}, "paid": {"type": ["boolean", "null"]}},
            },
        ]
    },
    "firms": _records(
        ["share"],
        share={**_SHARE, "description": "Of capital or votes, in either direction: a holder or a firm that is held."},
        employees=_AMOUNT,
        turnover=_AMOUNT,
        balance=_AMOUNT,
        related={"$ref": "#/$defs/firms/anyOf/1", "description": "Firms that this one is tied to in turn."},
    ),
    "owners": _records(["kind", "share"], kind={"enum": list(OWNERS)}, share=_SHARE),
    "aid": _records(
        [],
        programme={**_WORD, "description": "Its id in the catalogue; null where it is another one."},
        amount=_AMOUNT,
        kind={"enum": list(AID), "description": "de_minimis if left out."},
        status={"enum": list(AID_STATUS), "description": "granted if left out; open: approved and not settled yet."},
        decided=_DAY_OR_NULL,
        submitted=_DAY_OR_NULL,
    ),
    "costs": _records(
        ["amount"],
        type={**_WORD, "description": "advice, training, software, hardware, ...; `other` if left out."},
        amount={**_AMOUNT, "description": "Net of VAT."},
        day={**_DAY_OR_NULL, "description": "Of the invoice."},
        module={**_WORD, "description": "The part of the programme that it belongs to, where it has parts."},
    ),
}


def definitions() -> dict[str, Schema]:
    """Return the schema of each form, by its name; what says nothing is always accepted."""
    return {form: told_as(form, schema) for form, schema in _TOLD.items()}


def told_as(form: str, schema: Schema) -> Schema:
    """Return the schema, or nothing told."""
    nothing: list[Any] = [None, ""] if form in _LISTS else [None, "", []]
    return {"anyOf": [{"enum": nothing}, schema]}
