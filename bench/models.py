"""Trains what is measured, once, and keeps it for as long as its ingredients are the same."""

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import yaml

from bench.contestants import OURS, Contestant, Say
from deploy.settings import ROOT, Settings
from deploy.stack import environment
from deploy.training import train_if_stale

OUT = ROOT / "bench" / "out"


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
        *(sys.executable, "-m", "rasa", "train", "--config", _config(contestant), "--domain", contestant.domain),
        *("--data", contestant.data, "--out", str(OUT), "--fixed-model-name", model.name.removesuffix(".tar.gz")),
    )
    started = time.monotonic()
    with model.with_suffix(".log").open("w", encoding="utf-8") as log:
        subprocess.run(command, cwd=ROOT, env=_all_cores(), stdout=log, stderr=log, check=True)
    return time.monotonic() - started


def _config(contestant: Contestant) -> str:
    """Return the configuration's path; one with other epochs is written first."""
    if contestant.epochs is None:
        return contestant.config
    body = yaml.safe_load((ROOT / contestant.config).read_text(encoding="utf-8"))
    for part in (*body["pipeline"], *body["policies"]):
        if "epochs" in part:
            part["epochs"] = contestant.epochs
    written = OUT / f"{contestant.name}.yml"
    written.write_text(yaml.safe_dump(body, sort_keys=False), encoding="utf-8")
    return str(written)


def _all_cores() -> dict[str, str]:
    """Our settings keep each process to one core; a long training may have them all."""
    return environment(Settings()) | {"OMP_NUM_THREADS": str(os.cpu_count() or 1)}
