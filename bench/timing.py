"""Clocks and percentiles."""

import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

import numpy as np


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` per cent of `values` lie (between two of them: in proportion)."""
    return float(np.percentile(values, share))


def times_ms(do: Callable[[], Any], repeats: int) -> list[float]:
    """Do it once to warm up, then `repeats` times, and return how many milliseconds each took."""
    do()
    return [_once_ms(do) for _ in range(repeats)]


def _once_ms(do: Callable[[], Any]) -> float:
    started = time.perf_counter()
    do()
    return (time.perf_counter() - started) * 1000


def medians(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return the median of each figure over repeated runs, rounded to what the clock can tell."""
    return {name: round(median(run[name] for run in runs), 2) for name in runs[0]}
