"""Migrations bring any database to the tables that the code knows."""

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from handoff_examples import a_request
from sqlalchemy import inspect, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from handoff import tables
from handoff.engine import make_engine
from handoff.migrate import VERSION_TABLE, upgrade
from handoff.store import HandoffStore

pytest_plugins = ["handoff_fixtures"]

ROOT = Path(__file__).parent.parent


def test_the_migrations_build_what_the_code_expects(url: str) -> None:
    upgrade(url)
    engine = make_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, tables.metadata) == []
        built = inspect(connection)
        for table in tables.metadata.tables.values():
            promised = {c.name for c in table.constraints if c.name and c.name.startswith("handoff_")}
            kept = {c["name"] for c in built.get_check_constraints(table.name)}
            kept |= {c["name"] for c in built.get_foreign_keys(table.name)}
            kept |= {c["name"] for c in built.get_unique_constraints(table.name)}
            assert kept >= promised
    engine.dispose()


def test_the_rules_in_the_database_are_word_by_word_those_in_the_code(sqlite_url: str, tmp_path: Path) -> None:
    upgrade(sqlite_url)
    direct = make_engine(f"sqlite:///{tmp_path / 'direct.db'}")
    tables.metadata.create_all(direct)
    migrated = make_engine(sqlite_url)

    def rules(engine: object) -> dict[str, str]:
        return {
            check["name"]: " ".join(check["sqltext"].split())
            for table in tables.metadata.tables
            for check in inspect(engine).get_check_constraints(table)
        }

    assert rules(migrated) == rules(direct)
    assert len(rules(direct)) == 3
    direct.dispose()
    migrated.dispose()


def test_a_second_upgrade_changes_nothing(url: str) -> None:
    upgrade(url)
    engine = make_engine(url)
    request = a_request()
    store = HandoffStore(engine, lambda: request.created_at)
    store.save(request)
    upgrade(url)

    assert store.get(request.id) == request
    engine.dispose()


def test_processes_that_start_at_the_same_moment_do_not_trip_over_each_other(url: str) -> None:
    code = f"from handoff.migrate import upgrade; upgrade({url!r})"
    running = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(3)]
    for process in running:
        _, problem = process.communicate(timeout=120)
        assert process.returncode == 0, problem.decode()


def test_a_migration_that_fails_half_way_leaves_nothing_behind(url: str) -> None:
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE handoff_line (in_the_way INTEGER)"))
    with pytest.raises((OperationalError, ProgrammingError), match="already exists"):
        upgrade(url)
    assert inspect(engine).get_table_names() == ["handoff_line"]
    engine.dispose()
