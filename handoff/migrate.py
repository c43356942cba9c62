"""Brings the tables of a handoff database to the newest form; safe at every start, even twice at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from handoff.engine import make_engine, writing

VERSION_TABLE = "handoff_version"
LOCK = 4_843_663  # any number that no other program takes for its own advisory lock


def upgrade(url: str) -> None:
    """Run every migration that this database has not seen yet."""
    engine = make_engine(url)
    try:
        with writing(engine).begin() as connection:
            _wait_for_others(connection)
            command.upgrade(_config(connection), "head")
    finally:
        engine.dispose()


def _wait_for_others(connection: Connection) -> None:
    # On SQLite the writing transaction is the lock already.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
