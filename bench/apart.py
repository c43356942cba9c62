"""Runs a measurement in a process of its own, on one core, so that its memory and its time are its own."""

import json
import subprocess
import sys
from typing import Any

from deploy.settings import ROOT, Settings
from deploy.stack import environment

_ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def figures_of(module: str, *arguments: str) -> dict[str, Any]:
    """Run `python -m module arguments` and return the JSON object it prints last; raises CalledProcessError."""
    command = [sys.executable, "-m", module, *arguments]
    env = environment(Settings()) | _ONE_CORE
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=False)
    if done.returncode:  # what the libraries warn about is of interest only now
        sys.stderr.write(done.stderr.decode(errors="replace"))
        done.check_returncode()
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
