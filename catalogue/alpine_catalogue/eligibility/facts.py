"""What is known about a firm. Every fact may be unknown; figures may be intervals."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from alpine_catalogue.errors import BadFacts

Interval = tuple[float, float]
_ENDLESS = float("inf")


@dataclass(frozen=True)
class Facts:
    """A firm, as far as it has told about itself. Money in EUR per year."""

    country: str | None = None
    region: str | None = None
    province: str | None = None
    sectors: tuple[str, ...] = ()
    employees: Interval | None = None
    turnover: Interval | None = None
    balance: Interval | None = None

    @property
    def area(self) -> str | None:
        """The most exact NUTS code known."""
        return self.province or self.region or self.country


def facts_from(told: Mapping[str, Any]) -> Facts:
    """Read facts by their slot names (`docs/facts.md`); raises BadFacts on figures that cannot be."""
    facts = Facts(
        country=_code("country", told.get("country")),
        region=_code("region", told.get("region")),
        province=_code("province", told.get("province")),
        sectors=_sectors(told.get("sector")),
        employees=_interval("employees", told.get("employees")),
        turnover=_interval("turnover", told.get("turnover")),
        balance=_interval("balance", told.get("balance")),
    )
    _check_place(facts)
    return facts


def _code(name: str, value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise BadFacts(f"{name}: {value!r} is not a code in quotes.")
    return value or None


def _sectors(value: Any) -> tuple[str, ...]:
    several = value if isinstance(value, list | tuple) else [value] if value else []
    if not all(isinstance(code, str) and code for code in several):
        raise BadFacts(f"sector: {value!r} is neither a NACE code nor a list of them.")
    return tuple(several)


def _interval(name: str, value: Any) -> Interval | None:
    if value is None or value == []:
        return None
    ends = value if isinstance(value, list | tuple) else (value, value)
    try:
        low, high = (None if end is None else _figure(end) for end in ends)
    except (TypeError, ValueError):
        raise BadFacts(f"{name}: {value!r} is neither a number nor [low, high].") from None
    interval = (low or 0.0, _ENDLESS if high is None else high)
    if not 0 <= interval[0] <= interval[1]:
        raise BadFacts(f"{name}: {value!r} must not be negative, and low must not exceed high.")
    return interval


def _figure(value: Any) -> float:
    if isinstance(value, bool):
        raise TypeError
    return float(value)


def _check_place(facts: Facts) -> None:
    told = [(name, code) for name in ("country", "region", "province") if (code := getattr(facts, name))]
    for (outer, wide), (inner, narrow) in zip(told, told[1:], strict=False):
        if not narrow.startswith(wide):
            raise BadFacts(f"{inner} {narrow!r} does not lie in {outer} {wide!r}.")
