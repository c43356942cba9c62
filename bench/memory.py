"""How much memory Rasa's process holds after it has talked."""

from pathlib import Path

import psutil

from bench.running import Running


def measure(assistant: Running) -> dict[str, float]:
    """Return the resident memory of Rasa's process and its workers, in MB."""
    rasa = psutil.Process(assistant.pid)
    return {"rss_mb": sum(process.memory_info().rss for process in [rasa, *rasa.children(recursive=True)]) / 1e6}


def peak_mb() -> float | None:
    """Return the most memory this process has held, in MB; None where the system does not say (it is Linux that does).

    Not getrusage: its figure starts with that of the process that started this one.
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    found = (int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("VmHWM"))
    return next((round(megabytes, 1) for megabytes in found), None)
