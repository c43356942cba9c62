"""Reads what was told about one fact, by its form; says in a sentence what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from alpine_catalogue.eligibility.fact_kinds import FactKind
from alpine_catalogue.eligibility.records import READ_RECORDS
from alpine_catalogue.eligibility.values import ENDLESS, Interval, day_interval, exactly
from alpine_catalogue.errors import BadFacts

NEVER: Interval = exactly(ENDLESS)
"""A day that is told as `none`: it has not come."""
NUTS = "[A-Z]{2}[0-9A-Z]{0,3}"
LEVELS = {"country": "[A-Z]{2}", "region": "[A-Z]{2}[0-9A-Z]{2}", "province": "[A-Z]{2}[0-9A-Z]{3}"}
"""How codes look, as patterns: places of any level, and the three by which the seat is told."""
NACE = r"[A-V]([0-9]{2}(\.?[0-9]{1,2})?)?"
_KNOWN_WHEN_EMPTY = {"places", *READ_RECORDS}
"""An empty list says "none" here; elsewhere it says nothing."""


def is_told(form: str, value: Any) -> bool:
    """Tell if the value says anything; an empty slot does not."""
    return value is not None and value != "" and (form in _KNOWN_WHEN_EMPTY or value not in ([], ()))


def read_fact(kind: FactKind, value: Any) -> Any:
    """Return the value as the rules need it; raises BadFacts that names the fact and what would be right."""
    try:
        return _READ[kind.form](kind, value)
    except (TypeError, ValueError, KeyError) as error:
        raise BadFacts(f"{kind.name}: {value!r} {_wanted(kind)} ({error}).") from None


def _wanted(kind: FactKind) -> str:
    return f"is not {_WANTED.get(kind.form, 'a list of records as docs/facts.md describes them')}"


def _figure(kind: FactKind, value: Any) -> Interval:
    ends = value if isinstance(value, list | tuple) else (value, value)
    low, high = (None if end is None else _number(end) for end in ends)
    most = 1.0 if kind.form == "share" else ENDLESS
    interval = (low or 0.0, most if high is None else high)
    if not 0 <= interval[0] <= interval[1] <= most:
        raise ValueError("it must not be negative, low must not exceed high, and a share not 1")
    return interval


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise TypeError("a figure is a number without quotes")
    return float(value)


def _day(kind: FactKind, value: Any) -> Interval:
    return NEVER if value == "none" else day_interval(value)


def _flag(kind: FactKind, value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false")
    return value


def _choice(kind: FactKind, value: Any) -> str:
    if value not in kind.choices:
        raise ValueError(f"known: {', '.join(kind.choices)}")
    return str(value)


def _place(kind: FactKind, value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(LEVELS.get(kind.name, NUTS), value):
        raise ValueError(f"it would look like {LEVELS.get(kind.name, NUTS)}")
    return value


def _places(kind: FactKind, value: Any) -> tuple[str, ...]:
    return tuple(_place(kind, code) for code in _several(value))


def _several(value: Any) -> list[Any]:
    if not isinstance(value, str | list | tuple):
        raise TypeError("one word or a list")
    return [value] if isinstance(value, str) else list(value)


def _trades(kind: FactKind, value: Any) -> tuple[str, ...]:
    several = _several(value)
    if not all(isinstance(code, str) and re.fullmatch(NACE, code) for code in several):
        raise ValueError("a NACE code begins with the letter of its section: C31")
    return tuple(several)


def _step(kind: FactKind, value: Any) -> Mapping[str, Any]:
    """`true`, `false`, or `{done: day, paid: true}`."""
    told = {"done": value} if isinstance(value, bool) else dict(value)
    done, paid = told.pop("done", True), told.pop("paid", None)
    if told or not (paid is None or isinstance(paid, bool)):
        raise ValueError("a step has a day in `done`, and `paid`")
    days = done if isinstance(done, bool) else day_interval(done)
    return {"done": days is not False, "day": None if isinstance(days, bool) else days, "paid": paid}


def _records(kind: FactKind, value: Any) -> tuple[Any, ...]:
    return READ_RECORDS[kind.form](value)


_READ: Mapping[str, Callable[[FactKind, Any], Any]] = {
    "count": _figure,
    "money": _figure,
    "share": _figure,
    "figure": _figure,
    "day": _day,
    "flag": _flag,
    "choice": _choice,
    "place": _place,
    "places": _places,
    "trades": _trades,
    "step": _step,
    **dict.fromkeys(READ_RECORDS, _records),
}
_FIGURE = "a number or [low, high]"
_WANTED = {
    "count": _FIGURE,
    "money": _FIGURE,
    "share": "a share such as 0.25",
    "figure": _FIGURE,
    "day": "a day such as 2026-03-01",
    "flag": "true or false",
    "choice": "one of the words known",
    "place": "a NUTS code in quotes",
    "places": "a list of NUTS codes",
    "trades": "a NACE code or a list of them",
    "step": "true, false, or {done: day, paid: true or false}",
}
