"""The services on the real catalogue in SQLite, loaded once, and a conversation after its first result."""

from datetime import UTC, datetime

import pytest
from catalogue_examples import CATALOGUE
from refine_examples import Conversation

from actions.settings import Settings
from actions.wiring import Services, services_of
from alpine_catalogue.files.folder import read_folder
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.loading import load
from alpine_catalogue.store.migrate import upgrade

DAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def wired(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The services on a loaded SQLite file, on a fixed day."""
    url = f"sqlite:///{tmp_path_factory.mktemp('refine') / 'catalogue.db'}"
    engine = make_engine(url)
    upgrade(engine)
    load(engine, read_folder(CATALOGUE), DAY)
    told = Settings(catalogue_database_url=url, handoff_database_url="sqlite://", catalogue_folder=CATALOGUE)
    services = services_of(told)
    services.now = lambda: DAY
    return services


@pytest.fixture
def told(wired: Services) -> Conversation:
    """A conversation after its first result."""
    return Conversation(wired).with_result()
