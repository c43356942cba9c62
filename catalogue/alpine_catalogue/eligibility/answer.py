"""Three answers, and the verdicts made of them. An unknown fact never passes and never fails."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Answer(StrEnum):
    """What is known about one condition."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


def known(answer: bool | None) -> Answer:
    """Turn yes, no or not known into an answer."""
    return Answer.UNKNOWN if answer is None else Answer.HOLDS if answer else Answer.FAILS


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Kleene's or: true wins, otherwise unknown wins."""
    found = list(answers)
    return True if True in found else None if None in found else False


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """Kleene's and: false wins, otherwise unknown wins."""
    found = list(answers)
    return False if False in found else None if None in found else True


class Verdict(StrEnum):
    """What we tell the firm; the contract's five words."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    NOT_YET = "not_yet"
    TOO_LATE = "too_late"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Reason:
    """One condition that was looked at. `condition` is worded per language elsewhere."""

    condition: str
    answer: Answer
    expected: Any
    found: Any
    source: str
    missing: tuple[str, ...] = ()
    """Facts of the firm that would settle it; empty when the programme's own text leaves it open."""
