"""Opens the catalogue's database from its address."""

from pathlib import Path

from sqlalchemy import Engine, create_engine, event, make_url


def make_engine(url: str) -> Engine:
    """Return an engine for SQLite or PostgreSQL; creates the folder of an SQLite file."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed)
    event.listen(engine, "connect", _patient)
    return engine


def _patient(connection: object, _record: object) -> None:
    """Let readers and the loader work at the same time instead of failing on a lock."""
    for pragma in ("journal_mode=WAL", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]
