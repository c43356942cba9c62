"""Which unknown facts a verdict hangs on: exactly those, no fewer and no more.

Conditions that share no unknown fact cannot influence each other, so they are looked at in groups. Within a group every
combination of the facts' witnesses (one value from each side of each border) is tried. A fact matters if there are
two combinations that differ in it alone and lead to different verdicts, whatever the other groups do. The same
is found by trying all completions of all facts at once, only slower; a test compares the two.
"""

from collections.abc import Iterator, Sequence

from alpine_catalogue.eligibility.answer import Verdict, worst
from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.rules import Condition
from alpine_catalogue.eligibility.trying import Group
from alpine_catalogue.eligibility.values import STEPS

_FINEST = 5
"""Characters of a NUTS code of level 3."""
_DIVISION = 3
"""Characters of a NACE division with its section."""


def deciding(groups: Sequence[Group], fixed: Verdict) -> tuple[str, ...]:
    """Return the facts that turn the verdict, whatever the other groups and what is `fixed` say."""
    found: list[str] = []
    for group in groups:
        others = worst((fixed, *(other.ends[0] for other in groups if other is not group)))
        found += [name for name, turned in group.turns.items() if turned.weight > others.weight]
    return tuple(found)


def unknown_facts(condition: Condition, case: Case) -> tuple[str, ...]:
    """Return the facts of a condition that are not, or not exactly, known and not taken for granted."""
    return tuple(name for name in condition.test.reads if not case.presumes(name) and not _exactly_known(name, case))


def _exactly_known(name: str, case: Case) -> bool:
    told, form = case.told(name), case.kinds[name].form
    if name == "cost" and told is None:
        return case.costs is not None
    if told is None:
        return False
    if form == "place":
        return len(told) == _FINEST
    if form == "trades":
        return all(len(code) > _DIVISION for code in told)
    if form == "step":
        return not told["done"] or None not in (told["day"], told["paid"])
    return told[0] == told[1] if form in STEPS else True


def groups_among(conditions: Sequence[Condition], case: Case) -> Iterator[tuple[list[Condition], list[str]]]:
    """Join conditions that share an unknown fact."""
    left = [(condition, set(unknown_facts(condition, case))) for condition in conditions]
    while left:
        condition, names = left.pop(0)
        group = [condition]
        while near := next((one for one in left if one[1] & names), None):
            left.remove(near)
            group.append(near[0])
            names |= near[1]
        yield group, sorted(names)
