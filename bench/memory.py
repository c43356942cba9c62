"""How much memory Rasa's process holds after it has talked."""

import psutil

from bench.running import Running


def measure(assistant: Running) -> dict[str, float]:
    """Return the resident memory of Rasa's process and its workers, in MB."""
    rasa = psutil.Process(assistant.pid)
    return {"rss_mb": sum(process.memory_info().rss for process in [rasa, *rasa.children(recursive=True)]) / 1e6}
