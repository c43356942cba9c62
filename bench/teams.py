"""What the optimal team of hubs costs, for the real catalogue and for larger ones, on one core."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from statistics import median
from typing import Any

from alpine_catalogue.matching.matcher import Matcher
from alpine_catalogue.matching.search import Search
from alpine_catalogue.matching.weights import read_criteria
from bench import catalogue, generated
from bench.apart import figures_of
from bench.contestants import Say
from bench.memory import peak_mb
from bench.searches import ALL_NEEDS, FIVE_NEEDS
from bench.timing import times_ms

SIZES = (122, 1_000, 3_000, 10_000, 30_000, 100_000)
NEEDS = (1, 3, 5, 8, 10)
_NAMED = (122, 10_000, 100_000)
_FEW_HUBS = 5_000


def measure(say: Say) -> dict[str, Any]:
    """Return, per size of catalogue, ms for the optimal team and for a whole proposal, peak memory, and the curve."""
    found: dict[str, Any] = {}
    curve = []
    for size in SIZES:
        say(f"teams: {size} hubs ...")
        figures = figures_of("bench.teams", str(size))
        curve.append({"hubs": size, "ms_by_needs": figures.pop("ms_by_needs")})
        if size in _NAMED:
            found |= {f"n{size}_{name}": value for name, value in figures.items()}
    return {"teams": found | {"curve": curve}}


def _measured(size: int) -> dict[str, Any]:
    real = catalogue.hubs()
    hubs = real if size == len(real) else generated.hubs(real, size)
    build = partial(Matcher, hubs, catalogue.pain_points(), read_criteria(catalogue.FOLDER))
    matcher = build()
    repeats = 20 if size < _FEW_HUBS else 5
    return {
        "ms": _team_ms(matcher, FIVE_NEEDS, repeats),
        "propose_ms": round(
            median(ms for one in FIVE_NEEDS for ms in times_ms(partial(matcher.propose, one), repeats)), 3
        ),
        "build_ms": round(times_ms(build, 1)[0], 1),
        "peak_mb": peak_mb(),
        "ms_by_needs": {str(count): _team_ms(matcher, _with_needs(count), repeats) for count in NEEDS},
    }


def _team_ms(matcher: Matcher, searches: Sequence[Search], repeats: int) -> float:
    return round(median(ms for one in searches for ms in times_ms(partial(matcher.best_team, one), repeats)), 3)


def _with_needs(count: int) -> list[Search]:
    """The same firms with `count` needs each."""
    return [replace(search, pains=ALL_NEEDS[:count]) for search in FIVE_NEEDS]


if __name__ == "__main__":
    print(json.dumps(_measured(int(sys.argv[1]))))
