"""Reads a day, a month or a year out of a text: "1.5.2019", "März 2021", "2019". Pure.

The answer is in the form in which facts are told: `2019-05-01`, `2021-03` or `2019`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.facts.letters import plain_letters

_YEAR = r"(?P<year>(?:1[89]|2[01])\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_EDGES = r"(?<![\w.,]){}(?![\d]|[.,]\d)"


@dataclass(frozen=True)
class Day:
    """A day as it is told, and where it stands."""

    told: str
    start: int
    end: int


@dataclass(frozen=True)
class DayReader:
    """Knows how months are called."""

    patterns: tuple[re.Pattern[str], ...]
    """From exact to coarse; what an earlier one has read is not read again."""
    months: Mapping[str, int]

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> "DayReader":
        """Read the names of months out of the content of `day_words.yml`."""
        months = {word: number for number, listed in words["months"].items() for word in listed}
        name = "(?P<name>" + "|".join(sorted(months, key=len, reverse=True)) + r")[a-z]*\.?"
        shapes = (
            rf"{_YEAR}-(?P<month>[01]?\d)-{_DAY}",
            rf"{_DAY}[./-]\s?(?P<month>[01]?\d)[./-]\s?{_YEAR}",
            rf"{_DAY}(?:\.|st|nd|rd|th|er|°)?\s+(?:of\s+|de\s+|di\s+)?{name},?\s+(?:of\s+|de\s+|di\s+)?{_YEAR}",
            rf"{name}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
            rf"{name},?\s+(?:of\s+|de\s+|di\s+|leta\s+)?{_YEAR}",
            rf"{_YEAR}-(?P<month>[01]\d)",
            rf"(?P<month>[01]?\d)[./-]{_YEAR}",
            _YEAR,
        )
        return cls(tuple(re.compile(_EDGES.format(shape)) for shape in shapes), months)

    def days_in(self, text: str) -> list[Day]:
        """Return the days in the order of the text; a day that no calendar has is left out."""
        return sorted(self._found(plain_letters(text)), key=lambda one: one.start)

    def _found(self, plain: str) -> Iterator[Day]:
        for pattern in self.patterns:
            for hit in pattern.finditer(plain):
                plain = plain[: hit.start()] + " " * (hit.end() - hit.start()) + plain[hit.end() :]
                if told := self._told(hit.groupdict()):
                    yield Day(told, hit.start(), hit.end())

    def _told(self, parts: Mapping[str, str | None]) -> str | None:
        year = int(parts["year"] or 0)
        month = self.months.get(parts.get("name") or "") or int(parts.get("month") or 0)
        day = int(parts.get("day") or 0)
        if not _exists(year, month or 1, day or 1):
            return None
        return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
