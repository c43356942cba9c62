"""How long one turn takes for one client."""

from bench.running import Running
from bench.talk import conversations, turns_ms
from bench.timing import percentile

_ROUNDS = 3


def measure(assistant: Running) -> dict[str, float]:
    """Hold every conversation once to warm up, then some rounds; return p50 and p95 over all turns, in ms."""
    for messages in conversations():
        turns_ms(assistant.webhook, messages)
    taken = [ms for _ in range(_ROUNDS) for messages in conversations() for ms in turns_ms(assistant.webhook, messages)]
    return {"p50_ms": percentile(taken, 50), "p95_ms": percentile(taken, 95)}
