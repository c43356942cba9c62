"""Databases for the tests of handoff and console: a fresh SQLite file, or a fresh schema in a real PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from handoff_examples import PASSWORD, Clock, quick_hasher
from postgres_schema import schema_of_its_own
from sqlalchemy import Engine

from handoff.advisers import Advisers
from handoff.engine import make_engine
from handoff.migrate import upgrade
from handoff.model import Adviser
from handoff.store import HandoffStore

POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test")


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until the test moves it."""
    return Clock()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """An empty SQLite file."""
    return f"sqlite:///{tmp_path / 'handoff.db'}"


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A schema of its own in a real PostgreSQL; dropped afterwards."""
    with schema_of_its_own(POSTGRES, "handoff") as address:
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    """Run the test on both databases."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """A database with the handoff tables."""
    upgrade(url)
    engine = make_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: Engine, clock: Clock) -> HandoffStore:
    """A store without requests."""
    return HandoffStore(engine, clock)


@pytest.fixture
def advisers(engine: Engine, clock: Clock) -> Advisers:
    """No adviser yet."""
    return Advisers(engine, clock, quick_hasher())


@pytest.fixture
def anna(advisers: Advisers) -> Adviser:
    """One adviser."""
    return advisers.add("Anna Auer", "anna@hub.example", PASSWORD)


@pytest.fixture
def bruno(advisers: Advisers) -> Adviser:
    """Another adviser."""
    return advisers.add("Bruno Bianchi", "bruno@hub.example", PASSWORD)
