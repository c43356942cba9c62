"""What the figures were measured on, without naming the machine."""

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil


def describe() -> dict[str, Any]:
    """Return processor, cores, memory, system and versions."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "rasa": version("rasa"),
    }


def load() -> dict[str, float]:
    """Return how many programs wanted each core in the last five minutes; well above 1: the figures are too bad."""
    return {"load_per_core": round(os.getloadavg()[1] / (os.cpu_count() or 1), 2)}


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor())
