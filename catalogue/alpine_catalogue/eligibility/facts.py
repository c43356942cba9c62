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
        country=told.get("country"),
        region=told.get("region"),
        province=told.get("province"),
        sectors=_several(told.get("sector")),
        employees=_interval("employees", told.get("employees")),
        turnover=_interval("turnover", told.get("turnover")),
        balance=_interval("balance", told.get("balance")),
    )
    _check_place(facts)
    return facts


def _several(value: Any) -> tuple[str, ...]:
    return () if not value else (value,) if isinstance(value, str) else tuple(value)


def _interval(name: str, value: Any) -> Interval | None:
    if value is None or value == []:
        return None
    low, high = value if isinstance(value, list | tuple) else (value, value)
    try:
        interval = (float(low or 0), _ENDLESS if high is None else float(high))
    except (TypeError, ValueError):
        raise BadFacts(f"{name}: {value!r} is neither a number nor [low, high].") from None
    if not 0 <= interval[0] <= interval[1]:
        raise BadFacts(f"{name}: {value!r} must not be negative, and low must not exceed high.")
    return interval


def _check_place(facts: Facts) -> None:
    if facts.region and facts.country and not facts.region.startswith(facts.country):
        raise BadFacts(f"region {facts.region!r} does not lie in country {facts.country!r}.")
    if facts.province and facts.region and not facts.province.startswith(facts.region):
        raise BadFacts(f"province {facts.province!r} does not lie in region {facts.region!r}.")
