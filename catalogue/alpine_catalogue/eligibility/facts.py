"""What is known about a firm and its project. Every fact may be unknown; figures and days may be intervals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from alpine_catalogue.eligibility.contradictions import check_contradictions
from alpine_catalogue.eligibility.fact_kinds import PLACE, STEP, FactKinds
from alpine_catalogue.eligibility.fact_reading import is_told, read_fact
from alpine_catalogue.errors import BadFacts, UnknownCode

_LEVELS = ("country", "region", "province")
_STEPS = "steps"
LEFT_ASIDE = ("language", "pain_points")
"""Slots of a conversation that no rule asks for: a file may hold them."""


@dataclass(frozen=True)
class Facts:
    """A firm, as far as it has told about itself: read values by name. What is not there is unknown."""

    values: Mapping[str, Any] = field(default_factory=dict)

    def knowing(self, **more: Any) -> "Facts":
        """Return the same with other or further values."""
        return Facts({**self.values, **more})

    @property
    def place(self) -> str | None:
        """The most exact NUTS code known of the seat."""
        found: str | None = self.values.get(PLACE)
        return found


def facts_from(told: Mapping[str, Any], kinds: FactKinds) -> Facts:
    """Read facts by their names (`docs/facts.md`); raises BadFacts or UnknownCode on what cannot be."""
    _check_names(told, kinds)
    asked = {name: value for name, value in _flat(told).items() if name not in LEFT_ASIDE}
    values = {name: read_fact(kinds[name], value) for name, value in asked.items() if is_told(kinds[name].form, value)}
    levels = [values.pop(name) for name in _LEVELS if name in values]
    _check_levels(levels)
    if levels:
        values[PLACE] = levels[-1]
    check_contradictions(values)
    return Facts(values)


def _check_names(told: Mapping[str, Any], kinds: FactKinds) -> None:
    for name in told:
        if name not in (_STEPS, *LEFT_ASIDE) and (name not in kinds or name == PLACE or name.startswith(STEP)):
            facts = (one for one in kinds.by_name if one != PLACE and not one.startswith(STEP))
            raise UnknownCode("fact", name, [*facts, _STEPS])
    for name in _steps(told):
        if STEP + name not in kinds:
            raise UnknownCode("step", name, kinds.steps)


def _steps(told: Mapping[str, Any]) -> Mapping[str, Any]:
    steps = {} if told.get(_STEPS) is None else told[_STEPS]
    if not isinstance(steps, Mapping):
        raise BadFacts(f"{_STEPS}: {steps!r} does not say by name which steps were done.")
    return steps


def _flat(told: Mapping[str, Any]) -> dict[str, Any]:
    """Steps are told below one name and kept as facts of their own."""
    others = {name: value for name, value in told.items() if name != _STEPS}
    return others | {STEP + name: value for name, value in _steps(told).items()}


def _check_levels(levels: list[str]) -> None:
    for wide, narrow in zip(levels, levels[1:], strict=False):
        if not narrow.startswith(wide):
            raise BadFacts(f"The place {narrow!r} does not lie in {wide!r}. Leave out one of the two.")
