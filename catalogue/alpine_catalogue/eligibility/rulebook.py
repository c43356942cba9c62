"""All programmes, ready to be judged: tests that programmes have in common are answered once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.base import Test
from alpine_catalogue.eligibility.fact_kinds import FactKinds
from alpine_catalogue.eligibility.facts import Facts
from alpine_catalogue.eligibility.law import Law
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.rules import Edition, Rules, rules_of
from alpine_catalogue.eligibility.sheet import Sheet
from alpine_catalogue.eligibility.values import shifted
from alpine_catalogue.errors import BadFacts
from alpine_catalogue.model import Programme

_YEARS_AROUND = 20
"""How far around the days that editions name questions are still answered."""


class RuleBook:
    """Judges programmes for a firm on a day. Reading the rules takes longer than judging: keep one for each load."""

    def __init__(self, programmes: Iterable[Programme], kinds: FactKinds, law: Law) -> None:
        """Read the rules of all programmes; raises KeyError on a word that the language does not know."""
        self.kinds, self.law = kinds, law
        pool: dict[Test, Test] = {}
        read = (rules_of(one, law) for one in programmes)
        self.rules: Mapping[str, Rules] = {rules.programme.id: _shared(rules, pool) for rules in read}

    def checked_day(self, on: date) -> date:
        """Return the day, if any edition could know it; raises BadFacts for a day that none covers."""
        days = [day for rules in self.rules.values() for one in rules.editions for day in (one.since, one.until) if day]
        first = shifted(min(days, default=on), years=-_YEARS_AROUND)
        last = shifted(max(days, default=on), years=_YEARS_AROUND)
        if first <= on <= last:
            return on
        raise BadFacts(f"{on} lies outside every edition that the catalogue knows ({first} to {last}).")

    def judge_all(self, facts: Facts, on: date) -> list[Outcome]:
        """Judge all programmes, in the order given."""
        sheet = Sheet(Case(facts, on, self.kinds, self.law))
        return [Outcome(rules, sheet) for rules in self.rules.values()]

    def judge(self, programme_id: str, facts: Facts, on: date) -> Outcome:
        """Judge one programme; raises KeyError."""
        return Outcome(self.rules[programme_id], Sheet(Case(facts, on, self.kinds, self.law)))


def _shared(rules: Rules, pool: dict[Test, Test]) -> Rules:
    """Return the same rules with equal tests made one object."""
    editions = tuple(_shared_edition(edition, pool) for edition in rules.editions)
    return replace(rules, editions=editions)


def _shared_edition(edition: Edition, pool: dict[Test, Test]) -> Edition:
    conditions = (replace(one, test=pool.setdefault(one.test, one.test)) for one in edition.conditions)
    return replace(edition, conditions=tuple(conditions))
