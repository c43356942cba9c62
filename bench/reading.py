"""Reads messages with a trained model's NLU pipeline alone, in a process of its own."""

import asyncio
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import yaml

from bench.apart import figures_of
from deploy.settings import ROOT

TESTS = ROOT / "tests"
LOOKED_AT = ("understanding", "understanding_final")
"""Errors in these sets were read while rules and models were made: they only say how far there is to go."""
CLEAN = ("understanding_blind",)
"""The set of another hand whose messages nobody who worked on the understanding has looked at."""


@dataclass(frozen=True)
class Readings:
    """What a pipeline read in each message, what each took, and the memory of its process (MB)."""

    parses: list[dict[str, Any]]
    taken_ms: list[float]
    cpu_ms: list[float]
    """Without the time in which other programs had the processor."""
    rss_mb: float


def messages(sets: Sequence[str] = CLEAN) -> list[dict[str, Any]]:
    """Return the held-out messages of these sets, all languages, with what is right and the `set` they are of."""
    files = [(name, file) for name in sets for file in sorted((TESTS / name).glob("*.yml"))]
    return [{**told, "set": name} for name, file in files for told in yaml.safe_load(file.read_text(encoding="utf-8"))]


def read_all(model: Path, sets: Sequence[str] = CLEAN) -> Readings:
    """Let the model read every held-out message; raises CalledProcessError."""
    return Readings(**figures_of("bench.reading", str(model), *sets))


def _measured(model: str, *sets: str) -> dict[str, Any]:
    from rasa.core.agent import Agent
    from rasa.utils.log_utils import configure_structlog

    configure_structlog()  # as `rasa run` does; without it every message is also printed for debugging
    agent = Agent.load(model)
    texts = [message["text"] for message in messages(sets)]
    parses, taken_ms, cpu_ms = zip(*asyncio.run(_timed(agent, texts)), strict=True)
    memory = psutil.Process().memory_info().rss / 1e6
    return {"parses": parses, "taken_ms": taken_ms, "cpu_ms": cpu_ms, "rss_mb": memory}


async def _timed(agent: Any, texts: list[str]) -> list[tuple[dict[str, Any], float, float]]:
    """All in one event loop, as in a server."""
    await _parse(agent, texts[0])  # warm up
    return [await _once(agent, text) for text in texts]


async def _once(agent: Any, text: str) -> tuple[dict[str, Any], float, float]:
    started, cpu = time.perf_counter(), time.process_time()
    parse = await _parse(agent, text)
    taken, cpu = time.perf_counter() - started, time.process_time() - cpu
    intent = parse["intent"]
    read = {"intent": intent["name"], "confidence": intent["confidence"], "entities": parse["entities"]}
    return read, taken * 1000, cpu * 1000


async def _parse(agent: Any, text: str) -> dict[str, Any]:
    found: dict[str, Any] = await agent.parse_message(text)
    return found


if __name__ == "__main__":
    print(json.dumps(_measured(*sys.argv[1:]), default=float))
