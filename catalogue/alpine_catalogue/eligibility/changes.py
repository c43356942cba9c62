"""Why not, and what would change it: the nearest change of facts or day that makes a programme `eligible`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, islice, product
from math import floor
from typing import Any

from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.words import without_ending
from alpine_catalogue.eligibility.fact_kinds import FactKind
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.rules import Condition, Edition
from alpine_catalogue.eligibility.sheet import Sheet
from alpine_catalogue.eligibility.trying import witnesses_of
from alpine_catalogue.eligibility.values import STEPS, exactly
from alpine_catalogue.eligibility.waiting import turning_days

DAY = "day"
_MOST_FACTS = 3
_MOST_TRIES = 5_000
_REMEDIABLE = (Verdict.NOT_ELIGIBLE, Verdict.NOT_YET)


@dataclass(frozen=True)
class Change:
    """One fact that would have to be otherwise, or the day on which to apply; `condition` is what it is about."""

    fact: str
    to: Any
    condition: Condition | None


def nearest_change(outcome: Outcome) -> tuple[Change, ...] | None:
    """Return the fewest changes that make it eligible, those a firm can make before others; None where none does."""
    if outcome.edition is None or outcome.verdict not in _REMEDIABLE:
        return None
    options = _options(outcome, outcome.edition)
    names = sorted(options)
    for count in range(1, min(_MOST_FACTS, len(names)) + 1):
        for chosen in sorted(combinations(names, count), key=lambda some: sum(_effort(n, outcome.case) for n in some)):
            found = _first_that_helps(outcome, chosen, options)
            if found:
                return tuple(
                    Change(name, _told(value), _about(name, outcome.edition, outcome)) for name, value in found
                )
    return None


def _options(outcome: Outcome, edition: Edition) -> dict[str, list[Any]]:
    """Other values of the facts that stand in the way, and days to come, the nearest first."""
    case, blockers = outcome.case, _blockers(edition, outcome.case)
    names = dict.fromkeys(name for one in blockers for name in one.test.reads)
    options = {
        name: _near_first(witnesses_of(name, edition.conditions, case.without(name)), case.told(name), case.kinds[name])
        for name in names
    }
    days = {day for one in blockers for day in turning_days(one.test, case)} | set(_openings(outcome))
    return options | ({DAY: sorted(days)} if days else {})


def _blockers(edition: Edition, case: Case) -> list[Condition]:
    return [one for one in edition.conditions if one.test.holds(case) is False]


def _openings(outcome: Outcome) -> Iterator[date]:
    for window in outcome.rules.windows:
        if window.opens and window.opens > outcome.case.on:
            yield window.opens


def _first_that_helps(
    outcome: Outcome, names: Sequence[str], options: dict[str, list[Any]]
) -> tuple[tuple[str, Any], ...] | None:
    for values in islice(product(*(options[name] for name in names)), _MOST_TRIES):
        changed = tuple(zip(names, values, strict=True))
        if _verdict(outcome, changed) is Verdict.ELIGIBLE:
            return changed
    return None


def _verdict(outcome: Outcome, changed: Iterable[tuple[str, Any]]) -> Verdict:
    told = dict(changed)
    case = replace(outcome.case, on=told.pop(DAY, outcome.case.on)).knowing(told)
    return Outcome(outcome.rules, Sheet(case)).verdict


def _effort(name: str, case: Case) -> int:
    """What a firm can do now comes before waiting, and both before what it is."""
    if name == DAY:
        return 2
    return 1 if case.kinds[name].changeable else 5


def _near_first(values: list[Any], told: Any, kind: FactKind) -> list[Any]:
    """Sort figures by their distance from what was told, whole people before halves; other values keep their order."""
    others = [value for value in values if value != told]
    if kind.form not in STEPS or told is None:
        return others
    whole = [exactly(float(floor(value[0]))) for value in others] if kind.form == "count" else []
    return sorted((*whole, *others), key=lambda value: (value not in whole, abs(value[0] - told[0])))


def _told(value: Any) -> Any:
    """Return codes as they can be told: the area or trade in which they lie."""
    if isinstance(value, tuple):
        return tuple(_told(one) for one in value)
    return without_ending(value) if isinstance(value, str) else value


def _about(name: str, edition: Edition, outcome: Outcome) -> Condition | None:
    return next((one for one in _blockers(edition, outcome.case) if name in one.test.reads), None)
