"""Brings the answers to all conditions together into one verdict per programme."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from alpine_catalogue.eligibility.answer import Answer, Reason, Verdict
from alpine_catalogue.eligibility.conditions import reasons, window
from alpine_catalogue.eligibility.facts import Facts
from alpine_catalogue.model import Programme

TRUSTED_DAYS = 365
"""How long a status without dates is believed: most of these programmes are decided year by year."""


@dataclass(frozen=True)
class Outcome:
    """The answer for one programme, one firm, one day."""

    programme: Programme
    verdict: Verdict
    reasons: tuple[Reason, ...]
    on: date

    @property
    def missing(self) -> tuple[str, ...]:
        """Facts of the firm that could still change the verdict."""
        if self.verdict is not Verdict.UNKNOWN:
            return ()
        return tuple(dict.fromkeys(name for reason in self.reasons for name in reason.missing))


def judge(programme: Programme, facts: Facts, on: date) -> Outcome:
    """Judge one programme for one firm on one day."""
    about_firm = tuple(reasons(programme, facts))
    state, open_now = window(programme, on, TRUSTED_DAYS)
    answers = {reason.answer for reason in about_firm}
    verdict = _verdict(answers, state)
    return Outcome(programme, verdict, (*about_firm, open_now), on)


def _verdict(about_firm: set[Answer], state: str) -> Verdict:
    if Answer.FAILS in about_firm:
        return Verdict.NOT_ELIGIBLE
    if state == "too_late":
        return Verdict.TOO_LATE
    if Answer.UNKNOWN in about_firm or state == "unknown":
        return Verdict.UNKNOWN
    return Verdict.NOT_YET if state == "not_yet" else Verdict.ELIGIBLE


def judge_all(programmes: Iterable[Programme], facts: Facts, on: date) -> list[Outcome]:
    """Judge all programmes, in the order given."""
    return [judge(programme, facts, on) for programme in programmes]
