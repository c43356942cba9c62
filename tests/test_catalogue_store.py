"""The catalogue in a database: the same on SQLite and on a real PostgreSQL, all or nothing, seen by every process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from catalogue_examples import CATALOGUE, ROOT
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from alpine_catalogue.errors import NotLoaded
from alpine_catalogue.files.folder import Record
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.loading import digest_of, load
from alpine_catalogue.store.migrate import upgrade
from alpine_catalogue.store.repository import Catalogue
from alpine_catalogue.store.tables import metadata

pytest_plugins = ["catalogue_fixtures"]

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.fixture
def engine(catalogue_url: str) -> Iterator[Engine]:
    """A database with the catalogue's tables, empty."""
    made = make_engine(catalogue_url)
    upgrade(made)
    yield made
    made.dispose()


def without(content: list[Record], id: str) -> list[Record]:
    return [record for record in content if record.id != id]


def test_the_migrations_make_exactly_the_tables_that_the_code_uses(engine: Engine) -> None:
    seen = inspect(engine)
    for table in metadata.tables.values():
        assert {column["name"] for column in seen.get_columns(table.name)} == set(table.columns.keys())
        assert seen.get_pk_constraint(table.name)["constrained_columns"] == [
            column.name for column in table.primary_key
        ]


def test_migrating_twice_keeps_what_is_loaded(engine: Engine, content: list[Record]) -> None:
    load(engine, content, NOW)
    upgrade(engine)
    assert len(Catalogue(engine).hubs()) == 122


def test_an_empty_database_says_which_command_fills_it(engine: Engine) -> None:
    catalogue = Catalogue(engine)
    assert not catalogue.is_loaded()
    with pytest.raises(NotLoaded, match="alpine_catalogue load"):
        catalogue.hubs()


def test_what_is_read_is_what_the_files_say(engine: Engine, content: list[Record]) -> None:
    load(engine, content, NOW)
    catalogue = Catalogue(engine)
    assert len(catalogue.hubs()) == 122
    assert len(catalogue.programmes()) == 80
    assert len(catalogue.regions()) == 44
    assert len(catalogue.sectors()) == 87
    assert len(catalogue.pain_points()) == 16
    for kind in ("hub", "programme", "region", "sector", "pain_point", "technology"):
        assert catalogue.bodies(kind) == {record.id: record.body for record in content if record.kind == kind}
    assert catalogue.regions()["ITH1"]["names"]["sl"] == "Južna Tirolska"


def test_loading_the_same_twice_changes_nothing_and_says_so(engine: Engine, content: list[Record]) -> None:
    assert load(engine, content, NOW) is True
    assert load(engine, list(reversed(content)), NOW) is False, "the order of the files is no change"
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM catalogue_load")) == 1


def test_a_changed_word_is_a_change(content: list[Record]) -> None:
    first = content[0]
    changed = [replace(first, body={**first.body, "name": "Another name"}), *content[1:]]
    assert digest_of(changed) != digest_of(content)


def test_going_back_to_an_earlier_content_is_a_change(engine: Engine, content: list[Record]) -> None:
    fewer = without(content, "noi-techpark") if "noi-techpark" in {r.id for r in content} else content[1:]
    assert [load(engine, some, NOW) for some in (content, fewer, content)] == [True, True, True]
    assert len(Catalogue(engine).hubs()) == 122


def test_a_load_by_another_process_is_seen_without_a_restart(
    engine: Engine, catalogue_url: str, content: list[Record]
) -> None:
    load(engine, without(content, "hit-trentino"), NOW)
    catalogue = Catalogue(engine)
    assert "hit-trentino" not in catalogue.hubs()

    environment = {**os.environ, "CATALOGUE_DATABASE_URL": catalogue_url, "PYTHONPATH": str(CATALOGUE)}
    command = [sys.executable, "-m", "alpine_catalogue", "load"]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

    assert "hit-trentino" in catalogue.hubs()
    assert load(engine, content, NOW) is False, "both processes see the same content"


def test_unchanged_content_is_not_read_again(engine: Engine, content: list[Record]) -> None:
    load(engine, content, NOW)
    catalogue = Catalogue(engine)
    assert catalogue.hubs() is catalogue.hubs()


def test_a_load_that_fails_leaves_the_old_content(engine: Engine, content: list[Record]) -> None:
    load(engine, content, NOW)
    twice = [*without(content, "hit-trentino"), content[0]]
    with pytest.raises(IntegrityError):
        load(engine, twice, NOW)
    catalogue = Catalogue(engine)
    assert len(catalogue.hubs()) == 122
    assert load(engine, content, NOW) is False, "the digest is the old one too"


def test_readers_see_one_whole_content_or_the_other_while_it_is_loaded(engine: Engine, content: list[Record]) -> None:
    hubs = [record for record in content if record.kind == "hub"]
    load(engine, hubs, NOW)

    def read(_: int) -> int:
        return len(Catalogue(engine).hubs())

    with ThreadPoolExecutor(4) as pool:
        counts = pool.map(read, range(24))
        for some in (hubs[:60], hubs, hubs[:60]):
            load(engine, some, NOW)
        assert set(counts) <= {60, 122}
    assert len(Catalogue(engine).hubs()) == 60


def test_the_folder_of_a_new_sqlite_file_is_made(tmp_path: Path, content: list[Record]) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'not' / 'there' / 'catalogue.db'}")
    upgrade(engine)
    assert load(engine, content, NOW)
    engine.dispose()


def test_a_folder_name_with_a_percent_sign_does_not_matter(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / '100%25' / 'catalogue.db'}")
    upgrade(engine)
    engine.dispose()
