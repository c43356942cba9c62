"""Whether a long conversation gets slower."""

import itertools
from typing import Any

from bench.contestants import OURS, Say
from bench.running import running
from bench.talk import conversations, turns_ms
from bench.timing import medians, percentile

_TURNS = 500
_COMPARED = 50
_RUNS = 3


def measure(say: Say) -> dict[str, Any]:
    """Return p95 of the first and the last 50 of 500 turns in one conversation, in ms."""
    say(f"long_conversation: {_RUNS} x {_TURNS} turns ...")
    with running(OURS, say) as assistant:
        turns_ms(assistant.webhook, conversations()[0])
        return {"long_conversation": medians([_one_run(assistant.webhook) for _ in range(_RUNS)])}


def _one_run(webhook: str) -> dict[str, float]:
    messages = itertools.cycle(conversations()[0])
    taken = turns_ms(webhook, itertools.islice(messages, _TURNS))
    first, last = taken[:_COMPARED], taken[-_COMPARED:]
    return {"first_p95_ms": percentile(first, 95), "last_p95_ms": percentile(last, 95)}
