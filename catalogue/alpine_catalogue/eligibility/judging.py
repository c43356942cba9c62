"""Brings the answers to all conditions of an edition together into one verdict."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from alpine_catalogue.eligibility.answer import Verdict, worst
from alpine_catalogue.eligibility.rules import Condition, Edition
from alpine_catalogue.eligibility.settling import deciding, groups_among, unknown_facts
from alpine_catalogue.eligibility.sheet import Sheet
from alpine_catalogue.eligibility.trying import Group
from alpine_catalogue.eligibility.windows import WindowState

_SHUT = (Verdict.TOO_LATE, Verdict.NOT_ELIGIBLE)


@dataclass(frozen=True)
class Judgement:
    """A verdict, and what it still hangs on."""

    verdict: Verdict
    fixed: Verdict = Verdict.ELIGIBLE
    groups: Sequence[Group] = ()

    @property
    def deciding(self) -> tuple[str, ...]:
        """Exactly the facts that could still change the verdict."""
        return deciding(self.groups, self.fixed)


_REFUSED = Judgement(Verdict.NOT_ELIGIBLE)


def judge(edition: Edition | None, window_of_day: Callable[[], WindowState], sheet: Sheet) -> Judgement:
    """Judge one edition; what the windows say of the day is asked for only where the firm itself is not refused."""
    if edition is None:
        return Judgement(worst((Verdict.UNKNOWN, window_of_day().verdict)))
    fixed, left = _weighed(edition.conditions, sheet)
    if fixed is Verdict.NOT_ELIGIBLE:
        return _REFUSED
    window = window_of_day()
    said = worst((fixed, window.verdict))
    if said is Verdict.TOO_LATE:  # and stays so, whatever the firm still tells
        return Judgement(said)
    at_least = fixed if window.may_only_be_early else said
    weighty = [condition for condition in left if condition.worst.weight > at_least.weight]
    groups = [sheet.group(group, names) for group, names in groups_among(weighty, sheet.case)]
    if window.may_only_be_early:
        if_open, if_early = (_with_groups(worst((fixed, one)), groups) for one in (Verdict.ELIGIBLE, Verdict.NOT_YET))
        if if_open.verdict is if_early.verdict:
            return if_open
    return _with_groups(said, groups)


def _weighed(conditions: Sequence[Condition], sheet: Sheet) -> tuple[Verdict, list[Condition]]:
    """Return what the answered conditions come to, and those that a fact of the firm still leaves open."""
    fixed, left = Verdict.ELIGIBLE, []
    for condition in conditions:
        holds = sheet.holds(condition.test)
        if holds is True:
            continue
        if holds is None and unknown_facts(condition, sheet.case):
            left.append(condition)
            continue
        told = condition.verdict(holds)
        if told is Verdict.NOT_ELIGIBLE:
            return told, []
        fixed = worst((fixed, told))
    return fixed, left


def _with_groups(fixed: Verdict, groups: Sequence[Group]) -> Judgement:
    """Where something is still open, all completions must agree; but what is shut in all of them is shut."""
    if not groups:
        return Judgement(fixed)
    best, at_worst = _together(fixed, [group.glimpse for group in groups])
    if best is at_worst or best in _SHUT:
        best, at_worst = _together(fixed, [group.ends for group in groups])
    if best in _SHUT:
        return Judgement(best)
    return Judgement(best if best is at_worst else Verdict.UNKNOWN, fixed, groups)


def _together(fixed: Verdict, ends: Sequence[tuple[Verdict, Verdict]]) -> tuple[Verdict, Verdict]:
    return worst((fixed, *(best for best, _ in ends))), worst((fixed, *(at_worst for _, at_worst in ends)))
