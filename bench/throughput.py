"""How many messages an assistant answers per second when many firms write at once."""

from bench.running import Running
from bench.talk import messages_per_second

CLIENTS = 32
_EACH = 12


def measure(assistant: Running) -> dict[str, float]:
    """Return messages per second with 32 clients."""
    return {"per_second": messages_per_second(assistant.webhook, CLIENTS, _EACH)}
