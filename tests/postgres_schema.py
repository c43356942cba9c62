"""A schema of its own in a real PostgreSQL, for tests that must not see each other."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError


@contextmanager
def schema_of_its_own(database: str, prefix: str) -> Iterator[str]:
    """Yield the address of a fresh schema, dropped afterwards; without PostgreSQL the test is skipped, in CI fails."""
    admin = create_engine(database)
    schema = f"{prefix}_test_{uuid4().hex[:12]}"
    try:
        with admin.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
    except OperationalError:
        assert not os.environ.get("CI"), "in CI, PostgreSQL has to be there"
        pytest.skip("no PostgreSQL on this machine")
    yield f"{database}?options=-csearch_path%3D{schema}"
    with admin.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    admin.dispose()
