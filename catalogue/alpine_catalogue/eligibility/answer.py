"""Three answers, and the verdicts made of them. An unknown fact never passes and never fails."""

from collections.abc import Iterable
from enum import StrEnum
from operator import attrgetter


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
    undecided = False
    for answer in answers:
        if answer:
            return True
        undecided = undecided or answer is None
    return None if undecided else False


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """Kleene's and: false wins, otherwise unknown wins."""
    undecided = False
    for answer in answers:
        if answer is False:
            return False
        undecided = undecided or answer is None
    return None if undecided else True


class Verdict(StrEnum):
    """What we tell the firm; the contract's five words, from best to worst for a firm that would be all known.

    The order decides which one wins when several conditions speak: one that fails for good ends the programme, a closed
    call ends it for this edition, an unclear text leaves it open, a step still to be taken can be met.
    """

    ELIGIBLE = "eligible"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"
    TOO_LATE = "too_late"
    NOT_ELIGIBLE = "not_eligible"

    def __init__(self, word: str) -> None:
        """Weigh more than those named before: `weight` tells how strongly it counts against the others, from 0."""
        self.weight = len(type(self).__members__)


_WEIGHT = attrgetter("weight")


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict that wins; `eligible` where none speaks."""
    return max(verdicts, key=_WEIGHT, default=Verdict.ELIGIBLE)
