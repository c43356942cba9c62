"""Ours, Rasa's default and the floor, each started several times in turn, so that a busy minute hits all of them."""

from collections.abc import Callable, Collection
from typing import Any

from bench import memory, start, throughput, turn
from bench.contestants import FLOOR, OURS, Contestant, Say
from bench.running import Running, running
from bench.timing import medians

_RUNS = 3
Measure = Callable[[Running], dict[str, float]]
FIGURES: dict[str, Measure] = {
    "start": start.measure,
    "turn": turn.measure,
    "throughput": throughput.measure,
    "memory": memory.measure,  # last: after the talking
}


def measure(chosen: Collection[str], default: Contestant, say: Say) -> dict[str, Any]:
    """Return the chosen figures as the contract names them."""
    runs: dict[str, list[dict[str, float]]] = {"ours": [], "default": [], "floor": []}
    for number in range(_RUNS):
        for side, contestant in (("ours", OURS), ("default", default), ("floor", FLOOR)):
            say(f"{contestant.name}, run {number + 1} of {_RUNS} ...")
            runs[side].append(_one_run(contestant, chosen, say))
    return _as_agreed({name: medians(found) for name, found in runs.items()})


def _one_run(contestant: Contestant, chosen: Collection[str], say: Say) -> dict[str, float]:
    found: dict[str, float] = {}
    with running(contestant, say) as assistant:
        for name, figure in FIGURES.items():
            if name in chosen:
                found |= figure(assistant)
    return found


def _as_agreed(found: dict[str, dict[str, float]]) -> dict[str, Any]:
    """Turn figures per assistant into assistants per figure."""
    keys = {"throughput32": "per_second", "rss_mb": "rss_mb", "start_s": "start_s"}
    measured = found["ours"]
    agreed: dict[str, Any] = {
        key: {name: figures[figure] for name, figures in found.items()}
        for key, figure in keys.items()
        if figure in measured
    }
    if "p50_ms" in measured:
        agreed["turn"] = {name: {key: figures[key] for key in ("p50_ms", "p95_ms")} for name, figures in found.items()}
    return agreed
