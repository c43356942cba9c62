"""The three assistants that are measured side by side, and their trained models."""

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from deploy.settings import ROOT, Settings
from deploy.stack import environment
from deploy.training import train_if_stale

OUT = ROOT / "bench" / "out"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Contestant:
    """One assistant: what it is trained from, and what serves it. Paths are relative to the project's root."""

    name: str
    config: str = "config.yml"
    domain: str = "domain.yml"
    data: str = "data"
    actions: str = "actions"
    endpoints: str = "endpoints.yml"
    credentials: str = "credentials.yml"


OURS = Contestant("ours")
DEFAULT = Contestant("default", config="bench/pipelines/default.yml")
FLOOR = Contestant(
    "floor",
    config="bench/pipelines/floor.yml",
    domain="bench/floor/domain.yml",
    data="bench/floor/data",
    actions="bench.floor.actions",
    endpoints="bench/floor/endpoints.yml",
    credentials="bench/floor/credentials.yml",
)


def model_of(contestant: Contestant, say: Say) -> Path:
    """Return the trained model; one that the benchmarks made before serves as long as its ingredients are the same."""
    if contestant == OURS:
        return train_if_stale(ROOT, environment(Settings()), say)
    model = OUT / f"{contestant.name}-{_digest(contestant)}.tar.gz"
    if not model.exists():
        say(f"Training {contestant.name}: once, then kept in {OUT.relative_to(ROOT)} ...")
        seconds = _train(contestant, model)
        model.with_suffix(".json").write_text(json.dumps({"train_s": round(seconds)}), encoding="utf-8")
    return model


def training_seconds(model: Path) -> int | None:
    """Return how long this model's training took, where the benchmarks trained it."""
    note = model.with_suffix(".json")
    return int(json.loads(note.read_text(encoding="utf-8"))["train_s"]) if note.exists() else None


def _digest(contestant: Contestant) -> str:
    total = hashlib.sha256()
    for file in _ingredients(contestant):
        total.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:16]


def _ingredients(contestant: Contestant) -> Iterator[Path]:
    yield ROOT / contestant.config
    yield ROOT / contestant.domain
    yield from sorted((ROOT / contestant.data).rglob("*.yml"))


def _train(contestant: Contestant, model: Path) -> float:
    """Train with Rasa's own command line; raises CalledProcessError with the log left beside the model."""
    OUT.mkdir(parents=True, exist_ok=True)
    command = (
        *(sys.executable, "-m", "rasa", "train", "--config", contestant.config, "--domain", contestant.domain),
        *("--data", contestant.data, "--out", str(OUT), "--fixed-model-name", model.name.removesuffix(".tar.gz")),
    )
    started = time.monotonic()
    with model.with_suffix(".log").open("w", encoding="utf-8") as log:
        subprocess.run(command, cwd=ROOT, env=_all_cores(), stdout=log, stderr=log, check=True)
    return time.monotonic() - started


def _all_cores() -> dict[str, str]:
    """Our settings keep each process to one core; a long training may have them all."""
    return environment(Settings()) | {"OMP_NUM_THREADS": str(os.cpu_count() or 1)}
