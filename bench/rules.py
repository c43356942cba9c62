"""How long it takes to judge all programmes for one firm, on one core."""

import json
from collections.abc import Sequence
from datetime import date
from functools import partial
from statistics import median
from typing import Any

from alpine_catalogue.eligibility.facts import facts_from
from alpine_catalogue.eligibility.verdict import judge_all
from alpine_catalogue.model import Programme
from bench import catalogue, generated
from bench.apart import figures_of
from bench.contestants import Say
from bench.timing import times_ms

_DAY = date(2026, 11, 22)
_FIRM = {"country": "IT", "region": "ITH1", "province": "ITH10", "sector": ["C31"], "employees": 12}


def measure(say: Say) -> dict[str, Any]:
    """Return median and best of repeated runs for the real programmes and for 10,000 copies of them, in ms."""
    say("rules: 80 and 10,000 programmes ...")
    return {"rules": figures_of("bench.rules")}


def _measured() -> dict[str, float]:
    real = catalogue.programmes()
    return _judged("n80", real, 200) | _judged("n10000", generated.programmes(real, 10_000), 10)


def _judged(name: str, programmes: Sequence[Programme], repeats: int) -> dict[str, float]:
    taken = times_ms(partial(judge_all, programmes, facts_from(_FIRM), _DAY), repeats)
    return {f"{name}_ms": round(median(taken), 3), f"{name}_best_ms": round(min(taken), 3)}


if __name__ == "__main__":
    print(json.dumps(_measured()))
