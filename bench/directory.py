"""How fast the directory answers, with all hubs of the catalogue and with 100,000 generated ones, on one core."""

import json
import random
import resource
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from alpine_catalogue.directory.criteria import read_search_criteria
from alpine_catalogue.directory.directory import Directory
from alpine_catalogue.directory.query import Query
from alpine_catalogue.files.folder import Record, read_folder
from alpine_catalogue.matching.weights import read_criteria
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.loading import load
from alpine_catalogue.store.migrate import upgrade
from bench import catalogue
from bench.apart import figures_of
from bench.contestants import Say
from bench.scale import new_schema
from bench.timing import percentile, times_ms

SIZE = 100_000
_SEED = 20_261_122
_SPREAD_DEGREES = 0.4
_SYLLABLES = (
    *("al", "ba", "cer", "dom", "ek", "fin", "gra", "hol", "in", "jur", "kol", "lam", "mont"),
    *("nor", "ost", "pre", "ru", "sol", "tek", "ulm", "ver", "wald", "zen"),
)
_ANNECY, _TRENTO = (45.90, 6.12), (46.07, 11.12)
QUERIES = (
    *(Query(text) for text in ("3D-Druck", "kunstlice Inteligenz", "cybersécurité", "robotka ljubljana", "stampa 3d")),
    *(
        Query(text)
        for text in ("Pilotfabrik", "fablab", "NOI Techpark", "DIH West", "digital innovation hub", "cluster Holz")
    ),
    *(Query(text) for text in ("training for staff in Bayern", "vinarstvo", "Bäckerei Südtirol", "xyzzy plugh", "5G")),
    *(Query(text) for text in ("quantum photonics", "tehnološki park", "laboratoire capteurs", "Sensorik Reinraum")),
    Query("which labs for 3D printing near Annecy?", at=_ANNECY),
    Query("intelligenza artificiale", at=_TRENTO, language="it"),
    Query("AI", region="ITH1"),
    Query("", need="cybersecurity", at=_TRENTO),
    Query("", at=_ANNECY),
    Query("", service="skills-training", region="SI", language="sl"),
    Query("", infrastructure=True, technology="robotics"),
)
"""Words in five languages, misspelt ones, common and unknown ones, names, places, filters, and no words at all."""


def measure(say: Say) -> dict[str, Any]:
    """Return p50, p95 and slowest search in ms per database and size, and what building takes."""
    found: dict[str, Any] = {}
    for database in ("sqlite", "postgresql"):
        for size in (0, SIZE):
            say(f"directory: {size or 'all real'} hubs on {database} ...")
            found[f"{database}_n{size or 'real'}"] = figures_of("bench.directory", database, str(size))
    return {"directory": found}


def _measured(database: str, size: int) -> dict[str, Any] | None:
    with tempfile.TemporaryDirectory() as folder:
        new: AbstractContextManager[str] = (
            nullcontext(f"sqlite:///{Path(folder) / 'bench.db'}") if database == "sqlite" else new_schema()
        )
        try:
            with new as url:
                engine = make_engine(url)
                try:
                    return _figures(engine, size)
                finally:
                    engine.dispose()
        except OperationalError:
            return None


def _figures(engine: Engine, size: int) -> dict[str, Any]:
    upgrade(engine)
    records = read_folder(catalogue.FOLDER)
    real = [record for record in records if record.kind == "hub"]
    others = [record for record in records if record.kind != "hub"]
    content = others + (generated(real, size) if size else real)
    loaded_s = _seconds(partial(load, engine, content, datetime.now(UTC)))
    del content, records
    directory = Directory(engine, read_criteria(catalogue.FOLDER), read_search_criteria(catalogue.FOLDER))
    first_s = _seconds(partial(directory.search, QUERIES[0]))
    taken = [ms for query in QUERIES for ms in times_ms(partial(directory.search, query), 5)]
    return {
        "p50_ms": round(percentile(taken, 50), 3),
        "p95_ms": round(percentile(taken, 95), 3),
        "max_ms": round(max(taken), 3),
        "first_word_p95_ms": round(percentile(_first_times(directory), 95), 3),
        "load_s": round(loaded_s, 2),
        "first_search_s": round(first_s, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT / 1e6, 1),
    }


_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""getrusage counts bytes on macOS, kibibytes on Linux."""


def _first_times(directory: Directory) -> list[float]:
    """Searches for words that nobody asked for before, so that the database has to be asked."""
    words = [a + b + c for a in _SYLLABLES[:4] for b in _SYLLABLES[4:8] for c in _SYLLABLES[8:12]]
    return [_seconds(partial(directory.search, Query(word))) * 1000 for word in words]


def _seconds(do: partial[Any]) -> float:
    started = perf_counter()
    do()
    return perf_counter() - started


def generated(real: Sequence[Record], count: int, seed: int = _SEED) -> list[Record]:
    """Return `count` hubs: place, abilities, trades and labs of different real ones, and a made-up name."""
    dice = random.Random(seed)
    words = sorted({word for record in real for word in record.body["name"].split()})
    return [_hub(dice, real, words, number) for number in range(count)]


def _hub(dice: random.Random, real: Sequence[Record], words: Sequence[str], number: int) -> Record:
    here, able, trades, labs = (dice.choice(real) for _ in range(4))
    id = f"generated-{number:06}"
    changed = {
        "id": id,
        "name": " ".join((*dice.sample(words, 2), "".join(dice.choices(_SYLLABLES, k=3)).title())),
        "lat": here.body["lat"] + dice.gauss(0, _SPREAD_DEGREES),
        "lon": here.body["lon"] + dice.gauss(0, _SPREAD_DEGREES),
        "sectors": trades.body["sectors"],
        "infrastructure": labs.body["infrastructure"],
    }
    return replace(here, id=id, body={**here.body, "full_name": None, **_abilities(able), **changed})


def _abilities(record: Record) -> dict[str, Any]:
    return {name: record.body[name] for name in ("technologies", "services")}


if __name__ == "__main__":
    print(json.dumps(_measured(sys.argv[1], int(sys.argv[2]))))
