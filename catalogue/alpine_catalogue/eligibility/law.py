"""What the law says for all programmes: size classes, de minimis, tests that many name. Dated, with sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from alpine_catalogue.files.lines import plain, read_yaml


@dataclass(frozen=True)
class SizeClass:
    """Limits of one class of the EU recommendation: headcount strictly below, and one of the two sums at most. EUR."""

    name: str
    employees: float
    turnover: float
    balance: float


@dataclass(frozen=True)
class DeMinimis:
    """What a single undertaking may receive in one Member State, from a day on. EUR."""

    since: date
    until: date | None
    ceiling: float
    period: str
    """`rolling`: three years to the day; `fiscal`: the current and the two fiscal years before."""
    source: str


@dataclass(frozen=True)
class Law:
    """Read once from `criteria/law.yml`."""

    classes: tuple[SizeClass, ...]
    """From micro to medium; what is above is large."""
    de_minimis: tuple[DeMinimis, ...]
    definitions: Mapping[str, Any]
    """Tests by name, as a programme's file would write them; used with `defined`."""
    source: str
    """Where the size classes stand."""

    def de_minimis_on(self, day: date) -> DeMinimis | None:
        """Return the rule in force on that day, or None where we know of none."""
        return next((rule for rule in self.de_minimis if rule.since <= day <= (rule.until or date.max)), None)


def load_law(folder: Path) -> Law:
    """Read the law below the catalogue's folder."""
    told = plain(read_yaml(folder / "criteria" / "law.yml"))
    return Law(
        classes=tuple(SizeClass(name, **limits) for name, limits in told["size_classes"]["classes"].items()),
        de_minimis=tuple(_de_minimis(rule) for rule in told["de_minimis"]),
        definitions=told["definitions"],
        source=told["size_classes"]["source"],
    )


def _de_minimis(told: Mapping[str, Any]) -> DeMinimis:
    until = told["until"]
    return DeMinimis(
        since=date.fromisoformat(told["since"]),
        until=date.fromisoformat(until) if until else None,
        ceiling=told["ceiling"],
        period=told["period"],
        source=told["source"],
    )
