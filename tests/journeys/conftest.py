"""One running assistant for all journeys, with databases, ports and secrets of its own."""

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from coherence import Coherence
from fake_telegram import TOKEN, FakeTelegram
from playwright.sync_api import Browser, sync_playwright
from rest_talk import Talk
from telegram_servers import telegram_servers
from the_desk import Adviser
from whole_stack import WholeStack, settings_in

from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.repository import Catalogue
from deploy.settings import ROOT
from deploy.stack import environment

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]


@pytest.fixture(scope="session")
def telegram() -> Iterator[FakeTelegram]:
    """Telegram's servers, played on this machine."""
    with telegram_servers() as fake:
        yield fake


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory, telegram: FakeTelegram) -> Iterator[WholeStack]:
    """The action server, Rasa and the console, with Telegram switched on."""
    folder = tmp_path_factory.mktemp("stack")
    running = WholeStack(settings_in(folder, telegram.address, TOKEN), folder)
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture
def talk(stack: WholeStack) -> Talk:
    """A conversation that nobody has begun."""
    return Talk(stack.settings)


@pytest.fixture
def new_talk(stack: WholeStack) -> Callable[[], Talk]:
    """Begins conversations."""
    return lambda: Talk(stack.settings)


@pytest.fixture(scope="session")
def catalogue(stack: WholeStack) -> Iterator[Catalogue]:
    """What the assistant can know of hubs and programmes."""
    engine = make_engine(stack.settings.catalogue_database_url)
    yield Catalogue(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def coherence(catalogue: Catalogue) -> Coherence:
    """Judges the language of what the bot says."""
    return Coherence.of(catalogue)


@pytest.fixture(scope="session")
def adviser(stack: WholeStack) -> Adviser:
    """An adviser, let in with the console's own command."""
    maria = Adviser("Maria Rossi", "maria@chamber.example", secrets.token_urlsafe(16))
    subprocess.run(
        [sys.executable, "-m", "console", "add-adviser", maria.name, maria.email, "--password-stdin"],
        cwd=ROOT,
        env=environment(stack.settings),
        input=f"{maria.password}\n",
        text=True,
        capture_output=True,
        check=True,
    )
    return maria


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser of this machine."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        assert not os.environ.get("CI"), "in CI, a Chromium has to be there"
        pytest.skip("There is no Chromium on this machine: the journeys in a browser are left out.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
