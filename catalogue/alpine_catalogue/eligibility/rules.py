"""The rules of one programme: its editions by date, each with conditions and what it pays."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from alpine_catalogue.eligibility.answer import Verdict, worst
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.base import Test
from alpine_catalogue.eligibility.conditions.costs import Paid
from alpine_catalogue.eligibility.grammar import PLACES, Grammar
from alpine_catalogue.eligibility.law import Law
from alpine_catalogue.eligibility.support import Support
from alpine_catalogue.eligibility.support_reading import support_from
from alpine_catalogue.eligibility.values import Interval, overlaps
from alpine_catalogue.eligibility.windows import Window, WindowState, window_on, windows_from
from alpine_catalogue.model import Programme

APPLICATION = "application"
MEMORY = "memory"
"""The source of what no source confirms: it refuses nobody."""
_MODIFIERS = ("source", "if_not", "label")
_CURABLE = {"step", "first_come", "apart"}
_CLOSING = {"proposals_received"}


@dataclass(frozen=True)
class Condition:
    """One condition of a programme: a test, what its failure means, and where it stands."""

    label: str
    """What it is about, as a word: `site`, `size`, `employees`, ..."""
    test: Test
    if_not: Verdict
    certain: bool
    """False where no source confirms it: a failure then leaves the verdict open."""
    source: str
    told: Mapping[str, Any]
    """The rule as the file writes it."""

    @cached_property
    def worst(self) -> Verdict:
        """The worst that it can come to."""
        return worst((self.verdict(False), self.verdict(None)))

    def verdict(self, holds: bool | None) -> Verdict:
        """Return what the answer allows."""
        if holds is None or (holds is False and not self.certain):
            return Verdict.UNKNOWN
        return Verdict.ELIGIBLE if holds else self.if_not


@dataclass(frozen=True)
class Edition:
    """The rules between two days, both included. `picked_by` is the day that counts: application, or a fact's name."""

    name: str
    since: date | None
    until: date | None
    picked_by: str
    conditions: tuple[Condition, ...]
    support: Support

    @cached_property
    def days(self) -> Interval:
        """Its first and last day."""
        return ((self.since or date.min).toordinal(), (self.until or date.max).toordinal())


@dataclass(frozen=True)
class Rules:
    """A programme, ready to be judged."""

    programme: Programme
    editions: tuple[Edition, ...]
    windows: tuple[Window, ...]

    def edition_for(self, case: Case) -> Edition | None:
        """Return the edition of the day that counts; the day of the question where the firm did not tell it."""
        today = (case.today, case.today)
        for edition in self.editions:
            told = None if edition.picked_by == APPLICATION else case.told(edition.picked_by)
            if overlaps(told or today, edition.days):
                return edition
        return None

    def window_in(self, edition: Edition | None, on: date) -> WindowState:
        """Return what the windows of an edition say of a day."""
        return window_on(self.windows, on, edition.name if edition else None)


def areas_of(programme: Programme) -> list[str]:
    """Return the NUTS codes of the first condition about a place; none where the programme names no place."""
    found = (one[word] for one in programme.rules["conditions"] for word in PLACES if word in one)
    return list(next(found, ()))


def rules_of(programme: Programme, law: Law) -> Rules:
    """Read the rules out of a programme's file; raises KeyError on a word that the language does not know."""
    body = programme.rules
    return Rules(programme, tuple(_editions(programme, body, law)), windows_from(body["windows"]))


def _editions(programme: Programme, body: Mapping[str, Any], law: Law) -> Iterator[Edition]:
    for told in body["editions"]:
        support = support_from(told.get("support", body.get("support")), body["currency"], Grammar(law, programme.id))
        paid = Paid(support.amount, support.eligible_cost, support.big_enough, support.before_rooms)
        grammar = Grammar(law, programme.id, told["name"], paid)
        yield Edition(
            name=told["name"],
            since=_day(told["from"]),
            until=_day(told["until"]),
            picked_by=told.get("picked_by", APPLICATION),
            conditions=tuple(_conditions((*body["conditions"], *told.get("conditions", ())), programme, grammar)),
            support=support,
        )


def _conditions(told: Iterable[Mapping[str, Any]], programme: Programme, grammar: Grammar) -> Iterator[Condition]:
    for one in told:
        rule = {word: body for word, body in one.items() if word not in _MODIFIERS}
        (word,) = rule
        yield Condition(
            label=one.get("label", str(rule[word]) if word == "defined" else word),
            test=grammar.test(rule),
            if_not=Verdict(one.get("if_not", _usual_failure(word))),
            certain=one["source"] != MEMORY,
            source=programme.source_called(one["source"]),
            told=rule,
        )


def _usual_failure(word: str) -> Verdict:
    if word in _CLOSING:
        return Verdict.TOO_LATE
    return Verdict.NOT_YET if word in _CURABLE else Verdict.NOT_ELIGIBLE


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
