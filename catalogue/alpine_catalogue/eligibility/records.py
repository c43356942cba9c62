"""Facts that are lists: related firms, owners, aid received, cost lines. An empty list says that there are none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from alpine_catalogue.eligibility.values import ENDLESS, Interval, day_interval, exactly

OWNERS = ("public", "large_firm", "fund", "university", "person")
AID = ("de_minimis", "gber", "tax", "other")
AID_STATUS = ("granted", "open", "refused")


@dataclass(frozen=True)
class Firm:
    """A firm tied to the applicant by `share` (0 to 1, of capital or votes, in either direction), with its own ties."""

    share: float
    employees: float
    turnover: float
    balance: float
    related: tuple["Firm", ...] = ()


@dataclass(frozen=True)
class Owner:
    """Who holds `share` (0 to 1) of the firm: public, large_firm, fund, university or person."""

    kind: str
    share: float


@dataclass(frozen=True)
class Aid:
    """Public aid to the firm, or to one joined with it by control. Days are intervals; money in the aid's currency."""

    programme: str | None
    amount: float
    kind: str
    """de_minimis, gber, tax or other."""
    status: str
    """granted, open (not settled yet) or refused."""
    decided: Interval | None
    submitted: Interval | None


@dataclass(frozen=True)
class Cost:
    """One line of the project's cost, net of VAT; `day` of the invoice."""

    type: str
    amount: float
    day: Interval | None
    module: str | None


def _firms(told: Any) -> tuple[Firm, ...]:
    return tuple(_firm(one) for one in _records(told, Firm))


def _firm(one: Mapping[str, Any]) -> Firm:
    employees, turnover, balance = (_positive(one.get(name, 0)) for name in ("employees", "turnover", "balance"))
    return Firm(_share(one["share"]), employees, turnover, balance, _firms(one.get("related", [])))


def _owners(told: Any) -> tuple[Owner, ...]:
    return tuple(Owner(_one_of(OWNERS, one["kind"]), _share(one["share"])) for one in _records(told, Owner))


def _aid(told: Any) -> tuple[Aid, ...]:
    return tuple(
        Aid(
            programme=_word(one.get("programme")),
            amount=_positive(one.get("amount", 0)),
            kind=_one_of(AID, one.get("kind", "de_minimis")),
            status=_one_of(AID_STATUS, one.get("status", "granted")),
            decided=_day(one.get("decided")),
            submitted=_day(one.get("submitted")),
        )
        for one in _records(told, Aid)
    )


def _costs(told: Any) -> tuple[Cost, ...]:
    return tuple(
        Cost(
            type=_word(one.get("type")) or "other",
            amount=_positive(one["amount"]),
            day=_day(one.get("day")),
            module=_word(one.get("module")),
        )
        for one in _records(told, Cost)
    )


def _records(told: Any, wanted: type[Any]) -> list[Mapping[str, Any]]:
    if not isinstance(told, list | tuple):
        raise TypeError("a list, empty where there is none")
    return [_record(one, {field.name for field in fields(wanted)}) for one in told]


def _record(told: Any, known: set[str]) -> Mapping[str, Any]:
    if not isinstance(told, Mapping):
        raise TypeError(f"{told!r} is not a record")
    if extra := set(told) - known:
        raise ValueError(f"unknown: {', '.join(sorted(map(str, extra)))}; known: {', '.join(sorted(known))}")
    return told


def _one_of(words: Sequence[str], told: Any) -> str:
    if told not in words:
        raise ValueError(f"{told!r} is none of {', '.join(words)}")
    return str(told)


def _word(told: Any) -> str | None:
    if told is not None and not isinstance(told, str):
        raise TypeError(f"{told!r} is no word")
    return told


def _day(told: Any) -> Interval | None:
    return None if told is None else day_interval(told)


def _share(told: Any) -> float:
    share = _positive(told)
    if share > 1:
        raise ValueError(f"the share {told} lies between 0 and 1, so 25 % is 0.25")
    return share


def _positive(told: Any) -> float:
    if isinstance(told, bool) or not isinstance(told, int | float) or not 0 <= told < ENDLESS:
        raise ValueError(f"{told!r} is no figure of 0 or more")
    return float(told)


READ_RECORDS: Mapping[str, Callable[[Any], tuple[Any, ...]]] = {
    "firms": _firms,
    "owners": _owners,
    "aid": _aid,
    "costs": _costs,
}


def total(costs: tuple[Cost, ...]) -> Interval:
    """Return what the lines add up to."""
    return exactly(sum(line.amount for line in costs))
