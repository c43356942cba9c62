"""Conversations over the REST channel: one client, or many at once."""

import asyncio
import itertools
import time
import uuid
from collections.abc import Iterable
from pathlib import Path

import httpx
import yaml

_PATIENCE_SECONDS = 60.0


def conversations() -> list[list[str]]:
    """Return the measured conversations, one per language."""
    told: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("messages.yml").read_text(encoding="utf-8"))
    return list(told.values())


def turns_ms(address: str, messages: Iterable[str]) -> list[float]:
    """Say all of it in one new conversation and return the milliseconds of each turn; raises httpx.HTTPError."""
    sender = uuid.uuid4().hex
    with httpx.Client(timeout=_PATIENCE_SECONDS) as client:
        return [_turn_ms(client, address, sender, message) for message in messages]


def _turn_ms(client: httpx.Client, address: str, sender: str, message: str) -> float:
    started = time.perf_counter()
    client.post(address, json={"sender": sender, "message": message}).raise_for_status()
    return (time.perf_counter() - started) * 1000


def messages_per_second(address: str, clients: int, each: int) -> float:
    """Let `clients` talk at once, each saying `each` messages in a conversation of its own; raises httpx.HTTPError."""
    started = time.perf_counter()
    asyncio.run(_all_at_once(address, clients, each))
    return clients * each / (time.perf_counter() - started)


async def _all_at_once(address: str, clients: int, each: int) -> None:
    said = itertools.cycle(conversations())
    limits = httpx.Limits(max_connections=clients)
    async with httpx.AsyncClient(timeout=_PATIENCE_SECONDS, limits=limits) as client:
        await asyncio.gather(*(_talk(client, address, next(said), each) for _ in range(clients)))


async def _talk(client: httpx.AsyncClient, address: str, messages: list[str], each: int) -> None:
    sender = uuid.uuid4().hex
    for message in itertools.islice(itertools.cycle(messages), each):
        (await client.post(address, json={"sender": sender, "message": message})).raise_for_status()
