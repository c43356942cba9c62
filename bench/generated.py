"""Larger catalogues than the real one, copied and shuffled from real records; one seed gives one catalogue."""

import random
from collections.abc import Sequence
from dataclasses import replace

from alpine_catalogue.model import Hub, Programme

_SEED = 20_261_122
_SPREAD_DEGREES = 0.4
"""How far a copy lies from the hub it was copied from, one standard deviation: about 40 km."""


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


def programmes(real: Sequence[Programme], count: int) -> list[Programme]:
    """Return `count` programmes: the real ones over and over, each copy under its own id."""
    return [replace(real[n % len(real)], id=f"{real[n % len(real)].id}-{n // len(real)}") for n in range(count)]
