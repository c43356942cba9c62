"""Reads messages with a trained model's NLU pipeline alone, in a process of its own."""

import asyncio
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import yaml

from bench.apart import figures_of
from deploy.settings import ROOT

MESSAGES = ROOT / "tests" / "understanding_final"


@dataclass(frozen=True)
class Readings:
    """What a pipeline read in each message, what each took, and the memory of its process (MB)."""

    parses: list[dict[str, Any]]
    taken_ms: list[float]
    cpu_ms: list[float]
    """Without the time in which other programs had the processor."""
    rss_mb: float


def messages() -> list[dict[str, Any]]:
    """Return the held-out messages of all languages with what is right."""
    files = sorted(MESSAGES.glob("*.yml"))
    return [message for file in files for message in yaml.safe_load(file.read_text(encoding="utf-8"))]


def read_all(model: Path) -> Readings:
    """Let the model read every held-out message; raises CalledProcessError."""
    return Readings(**figures_of("bench.reading", str(model)))


def _measured(model: str) -> dict[str, Any]:
    from rasa.core.agent import Agent

    agent = Agent.load(model)
    texts = [message["text"] for message in messages()]
    asyncio.run(_parse(agent, texts[0]))  # warm up
    parses, taken_ms, cpu_ms = zip(*_timed(agent, texts), strict=True)
    memory = psutil.Process().memory_info().rss / 1e6
    return {"parses": parses, "taken_ms": taken_ms, "cpu_ms": cpu_ms, "rss_mb": memory}


def _timed(agent: Any, texts: list[str]) -> Iterator[tuple[dict[str, Any], float, float]]:
    with asyncio.Runner() as runner:
        for text in texts:
            started, cpu = time.perf_counter(), time.process_time()
            parse = runner.run(_parse(agent, text))
            taken, cpu = time.perf_counter() - started, time.process_time() - cpu
            yield {"intent": parse["intent"]["name"], "entities": parse["entities"]}, taken * 1000, cpu * 1000


async def _parse(agent: Any, text: str) -> dict[str, Any]:
    found: dict[str, Any] = await agent.parse_message(text)
    return found


if __name__ == "__main__":
    print(json.dumps(_measured(sys.argv[1]), default=float))
