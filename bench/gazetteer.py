"""How fast places are found, and how much memory the gazetteer takes."""

import json
import random
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

import psutil

from alpine_catalogue.gazetteer import load_gazetteer
from bench import catalogue
from bench.apart import figures_of
from bench.contestants import Say
from bench.timing import percentile, times_ms

_SEED = 7
_REPEATS = 5
_NAMES = (
    *(
        "Bruneck",
        "Brunico",
        "Bozen",
        "Trento",
        "Chambéry",
        "Grenoble",
        "Kranj",
        "Koper",
        "Capodistria",
        "Genf",
        "Genève",
    ),
    *("Freiburg", "Sankt Johann", "Zillertal", "Ländle", "Südtirol", "Pays de Savoie", "Gorenjska", "Brianza", "6020"),
    *(
        "Vöcklabruck",
        "38100",
        "Berlin",
        "Rotterdam",
        "Emmental",
        "Oberallgäu",
        "Pinzgau",
        "Annecy",
        "Gorizia",
        "Nova Gorica",
    ),
)


def measure(say: Say) -> dict[str, Any]:
    """Return p50 and slowest look-up in ms, for names as they are and with a typo, and the memory in MB."""
    say("gazetteer ...")
    return {"gazetteer": figures_of("bench.gazetteer")}


def _measured() -> dict[str, float]:
    process = psutil.Process()
    before, started = process.memory_info().rss, perf_counter()
    gazetteer = load_gazetteer(catalogue.FOLDER / "gazetteer")
    loaded_s, memory = perf_counter() - started, process.memory_info().rss - before
    dice = random.Random(_SEED)
    right = [median(times_ms(partial(gazetteer.find, name), _REPEATS)) for name in _NAMES]
    wrong = [median(times_ms(partial(gazetteer.find, _mistyped(dice, name)), _REPEATS)) for name in _NAMES]
    return {
        "lookup_p50_ms": round(percentile(right, 50), 4),
        "lookup_max_ms": round(max(right), 4),
        "typo_p50_ms": round(percentile(wrong, 50), 4),
        "typo_max_ms": round(max(wrong), 4),
        "memory_mb": round(memory / 1e6, 1),
        "load_s": round(loaded_s, 2),
    }


def _mistyped(dice: random.Random, name: str) -> str:
    """Leave out one letter, not the first."""
    at = dice.randrange(1, len(name))
    return name[:at] + name[at + 1 :]


if __name__ == "__main__":
    print(json.dumps(_measured()))
