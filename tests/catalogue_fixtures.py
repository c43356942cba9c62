"""The real catalogue, read once, and a database for each test: a SQLite file, or a schema in a real PostgreSQL."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogue_examples import CATALOGUE
from postgres_schema import schema_of_its_own

from alpine_catalogue import build
from alpine_catalogue.files.folder import Record, read_folder
from alpine_catalogue.matching.weights import Criteria, read_criteria
from alpine_catalogue.model import Hub, PainPoint, Programme

POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgresql+psycopg://root@127.0.0.1:5432/test")


@pytest.fixture(scope="session")
def content() -> list[Record]:
    """All records of the catalogue."""
    return read_folder(CATALOGUE)


@pytest.fixture(scope="session")
def hubs(content: list[Record]) -> list[Hub]:
    """All hubs of the catalogue."""
    return [build.hub(record.body) for record in content if record.kind == "hub"]


@pytest.fixture(scope="session")
def programmes(content: list[Record]) -> list[Programme]:
    """All programmes of the catalogue."""
    return [build.programme(record.body) for record in content if record.kind == "programme"]


@pytest.fixture(scope="session")
def pains(content: list[Record]) -> dict[str, PainPoint]:
    """All pain points of the catalogue."""
    return {record.id: build.pain_point(record.body) for record in content if record.kind == "pain_point"}


@pytest.fixture(scope="session")
def criteria() -> Criteria:
    """The catalogue's weights and kinds."""
    return read_criteria(CATALOGUE)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A catalogue folder with one hub, one programme and what they refer to, to be broken by the test."""
    root = tmp_path / "catalogue"
    for folder in ("schema", "taxonomy", "criteria", "regions", "technologies", "pain_points"):
        shutil.copytree(CATALOGUE / folder, root / folder)
    facts = [f"facts/{topic}.yml" for topic in ("firm", "project", "record")]  # steps would name other programmes
    for file in ("hubs/it/hit-trentino.yml", "programmes/it/it-pid-next.yml", "sectors/C31.yml", *facts):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CATALOGUE / file, root / file)
    return root


@pytest.fixture
def catalogue_sqlite(tmp_path: Path) -> str:
    """An empty SQLite file."""
    return f"sqlite:///{tmp_path / 'catalogue.db'}"


@pytest.fixture
def catalogue_postgres() -> Iterator[str]:
    """A schema of its own in a real PostgreSQL; dropped afterwards."""
    with schema_of_its_own(POSTGRES, "catalogue") as address:
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
def catalogue_url(request: pytest.FixtureRequest) -> str:
    """Run the test on both databases."""
    return str(request.getfixturevalue(f"catalogue_{request.param}"))
