"""The one way to open the handoff database."""

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

BUSY_TIMEOUT_MS = 10_000  # how long a writer waits for another one before it gives up


def make_engine(url: str) -> Engine:
    """Return an engine for SQLite or PostgreSQL; nothing is opened before the first query."""
    engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)  # facts of firms stay out of the logs
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # Python's driver would start transactions late, and none for DDL
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", f"busy_timeout={BUSY_TIMEOUT_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer says so at once: a reader that turns writer half-way could be refused without waiting.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def writing(engine: Engine) -> Engine:
    """Return the same engine for transactions that write: on SQLite they queue instead of failing."""
    return engine.execution_options(writes=True)
