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

MESSAGES = ROOT / "tests" / "understanding"


@dataclass(frozen=True)
class Readings:
    """What a pipeline read in each message, how long each took (ms), and the memory of its process (MB)."""

    parses: list[dict[str, Any]]
    taken_ms: list[float]
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
    found = list(_timed(agent, texts))
    memory = psutil.Process().memory_info().rss / 1e6
    return {"parses": [parse for parse, _ in found], "taken_ms": [ms for _, ms in found], "rss_mb": memory}


def _timed(agent: Any, texts: list[str]) -> Iterator[tuple[dict[str, Any], float]]:
    loop = asyncio.new_event_loop()
    for text in texts:
        started = time.perf_counter()
        parse = loop.run_until_complete(_parse(agent, text))
        yield {"intent": parse["intent"]["name"], "entities": parse["entities"]}, (time.perf_counter() - started) * 1000
    loop.close()


async def _parse(agent: Any, text: str) -> dict[str, Any]:
    found: dict[str, Any] = await agent.parse_message(text)
    return found


if __name__ == "__main__":
    print(json.dumps(_measured(sys.argv[1]), default=float))
