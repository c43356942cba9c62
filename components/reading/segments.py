"""Cuts a message into the clauses in which single needs are told."""

import re
from dataclasses import dataclass

_BREAK = re.compile(
    r"[.;:!?\n,]+\s+|\s[-–+/]\s|"
    r"\s(?:und|aber|sowie|außerdem|ausserdem|and|but|also|plus|et|mais|ainsi que|e|ed|ma|però|inoltre|"
    r"in|pa|ampak|vendar|ter)\s",
    re.IGNORECASE,
)
_MOST_CLAUSES = 12


@dataclass(frozen=True)
class Segment:
    """Part of a message: `text` stands at `start` to `end`."""

    start: int
    end: int
    text: str


def segments(text: str) -> list[Segment]:
    """Return the clauses of a message in order; the whole message when it has only one."""
    found, start = [], 0
    for match in _BREAK.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    parts = [_trimmed(text, start, end) for start, end in found]
    return [part for part in parts if part.text][:_MOST_CLAUSES]


def _trimmed(text: str, start: int, end: int) -> Segment:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    part = part.strip()
    return Segment(start, start + len(part), part)
