"""What a second Rasa worker brings, with conversations in PostgreSQL so that both workers know them."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from bench.contestants import OURS, Say
from bench.running import running
from bench.talk import messages_per_second
from bench.throughput import CLIENTS
from bench.timing import medians

_POSTGRES = "postgresql+psycopg://postgres@127.0.0.1:5432/test"
_EACH = 12
_RUNS = 3


def measure(say: Say) -> dict[str, Any]:
    """Return messages per second with one and with two workers; None for both where no PostgreSQL answers."""
    say("scale: one and two workers on PostgreSQL ...")
    try:
        return {"scale": {"one": _per_second(1, say), "two": _per_second(2, say)}}
    except OperationalError:
        say("No PostgreSQL answers at BENCH_POSTGRES_URL: scale is left out.")
        return {"scale": {"one": None, "two": None}}


def _per_second(workers: int, say: Say) -> float:
    with new_schema() as url, running(OURS, say, workers, url) as assistant:
        messages_per_second(assistant.webhook, CLIENTS, 2)  # warm up
        runs = [{"per_second": messages_per_second(assistant.webhook, CLIENTS, _EACH)} for _ in range(_RUNS)]
        return medians(runs)["per_second"]


@contextmanager
def new_schema() -> Iterator[str]:
    """A schema of its own in PostgreSQL; dropped afterwards."""
    url, schema = os.environ.get("BENCH_POSTGRES_URL", _POSTGRES), f"bench_{uuid.uuid4().hex}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        yield f"{url}?options=-csearch_path%3D{schema}"
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        engine.dispose()
