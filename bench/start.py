"""How long Rasa takes from its start until it answers."""

from bench.running import Running


def measure(assistant: Running) -> dict[str, float]:
    """Return the seconds until /status answered."""
    return {"start_s": assistant.start_s}
