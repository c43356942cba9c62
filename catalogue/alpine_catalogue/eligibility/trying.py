"""Tries every combination of values of the facts that conditions share, one from each side of each border."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from math import prod
from operator import attrgetter
from typing import Any, Protocol

from alpine_catalogue.eligibility.answer import Verdict, worst
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.records import READ_RECORDS
from alpine_catalogue.eligibility.rules import Condition
from alpine_catalogue.eligibility.values import ENDLESS, STEPS

MOST_COMBINATIONS = 20_000
"""More than any programme needs; a group with more is taken to hang on all its facts."""


class Group(Protocol):
    """What conditions that share unknown facts can come to."""

    @property
    def glimpse(self) -> tuple[Verdict, Verdict]:
        """The outcomes of two combinations, the better one first: often enough to see that all is still open."""

    @property
    def ends(self) -> tuple[Verdict, Verdict]:
        """The best and the worst outcome."""

    @property
    def turns(self) -> Mapping[str, Verdict]:
        """Each fact that can turn the outcome, with the worst outcome that it can bring about or avert."""


class Untried:
    """A group with more combinations than are tried: it may come to anything, and hangs on all its facts."""

    ends = glimpse = (Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE)

    def __init__(self, names: Sequence[str]) -> None:
        """Take the facts."""
        self.turns = dict.fromkeys(names, Verdict.NOT_ELIGIBLE)


class Tried:
    """A group of which every combination is tried, once somebody asks for what needs it."""

    def __init__(
        self, conditions: Sequence[Condition], names: Sequence[str], values: Sequence[Sequence[Any]], case: Case
    ) -> None:
        """Take the conditions, their unknown facts, the values of each to be tried, and all else that is known."""
        self._conditions, self._names, self._values, self._case = conditions, names, values, case

    @cached_property
    def glimpse(self) -> tuple[Verdict, Verdict]:
        """The outcomes of all first and of all last values."""
        lasts = [len(options) - 1 for options in self._values]
        return _ends(self._outcome(places) for places in ([0] * len(lasts), lasts))

    @cached_property
    def ends(self) -> tuple[Verdict, Verdict]:
        """The best and the worst outcome of all combinations."""
        return _ends(self._outcomes.values())

    @cached_property
    def turns(self) -> Mapping[str, Verdict]:
        """Each fact that can turn the outcome."""
        return dict(_turns(self._names, self._outcomes))

    @cached_property
    def _outcomes(self) -> Mapping[tuple[int, ...], Verdict]:
        return {places: self._outcome(places) for places in self._everywhere()}

    def _everywhere(self) -> Iterator[tuple[int, ...]]:
        return product(*(range(len(options)) for options in self._values))

    def _outcome(self, places: Sequence[int]) -> Verdict:
        told = zip(self._names, self._values, places, strict=True)
        case = self._case.knowing({name: options[place] for name, options, place in told})
        return worst([condition.verdict(condition.test.holds(case)) for condition in self._conditions])


def _ends(verdicts: Iterable[Verdict]) -> tuple[Verdict, Verdict]:
    found = sorted(verdicts, key=attrgetter("weight"))
    return found[0], found[-1]


def group_of(conditions: Sequence[Condition], names: Sequence[str], case: Case) -> Group:
    """Return what the conditions can come to over all values of the facts that they share."""
    values = [witnesses_of(name, conditions, case) for name in names]
    few = prod(len(options) for options in values) <= MOST_COMBINATIONS
    return Tried(conditions, names, values, case) if few else Untried(names)


def _turns(names: Sequence[str], outcomes: Mapping[tuple[int, ...], Verdict]) -> Iterator[tuple[str, Verdict]]:
    """For each fact, the worst outcome among combinations that differ in it alone and come to different outcomes."""
    for number, name in enumerate(names):
        rows: dict[tuple[int, ...], set[Verdict]] = {}
        for places, outcome in outcomes.items():
            rows.setdefault(places[:number] + places[number + 1 :], set()).add(outcome)
        differing = [worst(row) for row in rows.values() if len(row) > 1]
        if differing:
            yield name, worst(differing)


def witnesses_of(name: str, group: Iterable[Condition], case: Case) -> list[Any]:
    """Return the witnesses of a fact that what is known of it allows, each once."""
    per_test = [list(one.test.witnesses(name, case)) for one in group if name in one.test.reads]
    form = case.kinds[name].form
    if form in READ_RECORDS:
        return [sum(parts, ()) for parts in product(*per_test)]
    found = [value for values in per_test for value in values]
    if form in STEPS:
        low, high = case.figure(name)
        ends = [(end, end) for end in (low, high) if abs(end) < ENDLESS]
        return sorted({*ends, *(value for value in found if low <= value[0] and value[1] <= high)})
    if form == "step" and case.told(name):
        found = [{**value, **_known(case.told(name))} for value in found if value["done"]]
    return [value for place, value in enumerate(found) if value not in found[:place]]


def _known(step: Mapping[str, Any]) -> dict[str, Any]:
    return {part: value for part, value in step.items() if value is not None}
