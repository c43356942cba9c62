"""Trains the model when what it is made of has changed, and only then."""

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

MODEL = "assistant.tar.gz"
_TELL_EVERY_SECONDS = 20.0
_INGREDIENTS = ("config.yml", "domain.yml", "data", "components", "requirements.lock")


def digest(root: Path) -> str:
    """Return a SHA-256 over everything a model is made of."""
    total = hashlib.sha256()
    for name in _INGREDIENTS:
        path = root / name
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and file.suffix in (".yml", ".py", ".lock"):
                total.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def train_if_stale(root: Path, environment: Mapping[str, str], say: Callable[[str], None]) -> Path:
    """Return the model's path; train first when there is none or its ingredients have changed."""
    model, stamp, now = root / "models" / MODEL, root / "models" / "digest", digest(root)
    if model.exists() and stamp.exists() and stamp.read_text() == now:
        return model
    say("Training the model: a minute or two, only when something was changed ...")
    with tempfile.TemporaryDirectory(dir=root / "models") as fresh:
        _train(root, Path(fresh), environment, say)
        os.replace(Path(fresh) / MODEL, model)  # at once: a Rasa that starts meanwhile never sees half a model
    stamp.write_text(now)
    return model


def _train(root: Path, out: Path, environment: Mapping[str, str], say: Callable[[str], None]) -> None:
    """Run Rasa's training; its many warnings about its own libraries are shown only when it fails."""
    name = MODEL.removesuffix(".tar.gz")
    command = [sys.executable, "-m", "rasa", "train", "--quiet", "--out", str(out), "--fixed-model-name", name]
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=root, env=dict(environment), stdout=output, stderr=subprocess.STDOUT)
        started = time.monotonic()
        while process.poll() is None:
            try:
                process.wait(_TELL_EVERY_SECONDS)
            except subprocess.TimeoutExpired:
                say(f"... still training ({time.monotonic() - started:.0f} s)")
        if process.returncode:
            output.seek(0)
            say(output.read().decode(errors="replace"))
            raise subprocess.CalledProcessError(process.returncode, command)
