"""Larger catalogues than the real one, copied and shuffled from real records; one seed gives one catalogue."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from alpine_catalogue.eligibility.grammar import PLACES
from alpine_catalogue.model import Hub, Programme

_SEED = 20_261_122
_SPREAD_DEGREES = 0.4
"""How far a copy lies from the hub it was copied from, one standard deviation: about 40 km."""
_TRADES = ("only", "except", "doubtful", "asked_in")
_LIMITS = ("below", "at_most", "at_least", "above", "sum_below", "basis_at_most", "grant_at_most", "cost_at_least")
_COUNTS = ("years", "months", "fewer_than")
_CLASSES = {"micro": (10, 2e6, 2e6), "small": (50, 1e7, 1e7), "medium": (250, 5e7, 4.3e7)}


def hubs(real: Sequence[Hub], count: int, seed: int = _SEED) -> list[Hub]:
    """Return `count` hubs: each has place and area of one real hub, and trades and technologies of other ones."""
    dice = random.Random(seed)
    return [_hub(dice, real, number) for number in range(count)]


def _hub(dice: random.Random, real: Sequence[Hub], number: int) -> Hub:
    here, able, trades = (dice.choice(real) for _ in range(3))
    return replace(
        here,
        id=f"generated-{number:06}",
        lat=here.lat + dice.gauss(0, _SPREAD_DEGREES),
        lon=here.lon + dice.gauss(0, _SPREAD_DEGREES),
        technologies=able.technologies,
        services=able.services,
        sectors=trades.sectors,
    )


def programmes(real: Sequence[Programme], count: int, seed: int = _SEED) -> list[Programme]:
    """Return `count` programmes: the real ones over and over, each with limits, places and trades of its own.

    So hardly two of them share a test, as real programmes do; a rule book then saves itself little work.
    """
    variation = _Variation(random.Random(seed), *(_codes(real, words) for words in (PLACES, _TRADES)))
    return [_programme(variation, real[number % len(real)], number) for number in range(count)]


def _programme(variation: "_Variation", original: Programme, number: int) -> Programme:
    rules = variation.of(original.rules) | {"id": f"{original.id}-{number}"}
    return replace(original, id=rules["id"], rules=rules)


def _codes(real: Sequence[Programme], words: Sequence[str]) -> Mapping[int, list[str]]:
    """All codes that stand in rules under these words, by their length."""
    found: dict[int, set[str]] = {}
    for code in (code for one in real for code in _under(one.rules, words)):
        found.setdefault(len(code), set()).add(code)
    return {length: sorted(codes) for length, codes in found.items()}


def _under(value: Any, words: Sequence[str]) -> list[str]:
    if isinstance(value, Mapping):
        inner = [code for key, one in value.items() for code in (one if key in words else _under(one, words))]
        return [code for code in inner if isinstance(code, str)]
    return [code for one in value for code in _under(one, words)] if isinstance(value, list) else []


@dataclass(frozen=True)
class _Variation:
    """Changes what a rule compares with, and keeps its form."""

    dice: random.Random
    places: Mapping[int, list[str]]
    trades: Mapping[int, list[str]]

    def of(self, value: Any, key: str = "") -> Any:
        """Return a value that stands under `key` with everything in it varied."""
        if isinstance(value, Mapping):
            return self._size(value) if "counted" in value and "at_most" in value else self._mapping(value)
        if isinstance(value, list):
            codes = self.places if key in PLACES else self.trades if key in _TRADES else None
            return [self.dice.choice(codes[len(one)]) if codes else self.of(one, key) for one in value]
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        return value + self.dice.randrange(3) if key in _COUNTS else self._limit(value) if key in _LIMITS else value

    def _mapping(self, value: Mapping[str, Any]) -> dict[str, Any]:
        return {key: self.of(one, key) for key, one in value.items()}

    def _limit(self, value: float) -> float:
        varied = value * self.dice.uniform(0.5, 2)
        return min(1.0, varied) if 0 < value <= 1 else round(varied, 2)

    def _size(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """An EU class becomes limits of its own near those of the class."""
        if value["at_most"] not in _CLASSES:
            return self._mapping(value)
        people, turnover, balance = (self._limit(limit) for limit in _CLASSES[value["at_most"]])
        limits = {"employees": {"below": people}, "turnover": {"at_most": turnover}, "balance": {"at_most": balance}}
        return {**limits, "money": "any", "counted": value["counted"]}
