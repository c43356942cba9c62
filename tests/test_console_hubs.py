"""The directory in the console, over the wire: for advisers only, found in spite of typos, in pages, and escaped."""

import re
import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn
from catalogue_examples import CATALOGUE
from console_examples import Browser, settings_for

from alpine_catalogue.files.folder import read_folder
from alpine_catalogue.store.engine import make_engine
from alpine_catalogue.store.loading import load
from alpine_catalogue.store.migrate import upgrade
from console.app import create_app
from console.hub_search import directory_from
from console.names import names_from
from console.rasa_api import RasaApi
from handoff.advisers import Advisers
from handoff.model import Adviser
from handoff.store import HandoffStore

pytest_plugins = ["handoff_fixtures", "console_fixtures"]

HEADINGS = re.compile(r"<h2>\s*<a[^>]*>([^<]*)<")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The real catalogue in a SQLite file."""
    url = f"sqlite:///{tmp_path_factory.mktemp('console_hubs') / 'catalogue.db'}"
    engine = make_engine(url)
    upgrade(engine)
    load(engine, read_folder(CATALOGUE), datetime(2026, 11, 22, 8, tzinfo=UTC))
    engine.dispose()
    return url


@pytest.fixture
def catalogue(request: pytest.FixtureRequest, loaded: str, tmp_path: Path) -> str | None:
    """The loaded catalogue; a test may ask for an empty one, or for none."""
    wanted = getattr(request, "param", "loaded")
    if wanted == "empty":
        upgrade(make_engine(f"sqlite:///{tmp_path / 'empty.db'}"))
        return f"sqlite:///{tmp_path / 'empty.db'}"
    return loaded if wanted == "loaded" else None


@pytest.fixture
def url(sqlite_url: str) -> str:
    """The advisers' database; its kind does not matter here."""
    return sqlite_url


@pytest.fixture
def console(
    store: HandoffStore, advisers: Advisers, rasa_api: RasaApi, url: str, loaded: str, catalogue: str | None
) -> Iterator[str]:
    """A real console with a directory; the address at which it answers."""
    directory = directory_from(catalogue, CATALOGUE) if catalogue else None
    app = create_app(settings_for(url), store, advisers, rasa_api, names_from(loaded, CATALOGUE), directory)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listening.close()


def test_a_stranger_cannot_search(stranger: Browser) -> None:
    assert stranger.open("/hubs?q=robotics").url.path == "/sign-in"


def test_every_page_of_an_adviser_leads_to_the_directory(annas: Browser) -> None:
    annas.open("/")
    assert 'href="/hubs"' in annas.page


def test_a_hub_is_found_in_spite_of_a_typo_and_told_in_full(annas: Browser) -> None:
    annas.open("/hubs?q=cybersecurty+Trento&lang=de")
    assert "Gefunden über: Cyber" in annas.page
    assert "Trento, Italien" in annas.page
    assert "Italienisch" in annas.page
    assert "Geprüft am" in annas.page
    assert re.search(r'<h2>\s*<a href="https?://', annas.page)
    assert "Nicht verstanden" not in annas.page


def test_an_empty_query_lists_every_hub_ten_at_a_time(annas: Browser) -> None:
    annas.open("/hubs")
    first = HEADINGS.findall(annas.page)
    assert 0 < len(first) <= 10
    assert annas.page.count('<li class="card">') == 10
    assert 'rel="prev"' not in annas.page
    assert 'href="/hubs?q=&amp;page=2"' in annas.page
    annas.open("/hubs?page=2")
    assert not set(first) & set(HEADINGS.findall(annas.page))
    assert 'rel="prev"' in annas.page


@pytest.mark.parametrize("page", ["0", "-3", "x", "\u00b2", "9" * 400])
def test_a_page_that_cannot_be_is_the_first(annas: Browser, page: str) -> None:
    assert annas.open(f"/hubs?page={page}").status_code == 200
    assert "Page 1 of" in annas.page


def test_a_page_after_the_last_is_the_last(annas: Browser) -> None:
    annas.open("/hubs?page=99999")
    shown = re.search(r"Page (\d+) of (\d+)", annas.page)
    assert shown
    assert shown[1] == shown[2]
    assert 'rel="next"' not in annas.page


def test_what_is_not_understood_is_said_and_a_hostile_query_is_escaped(annas: Browser) -> None:
    hostile = '"><script>zzqxv(1)</script>{{ 7 * 7 }}'
    assert annas.http.get("/hubs", params={"q": hostile}).status_code == 200
    page = annas.http.get("/hubs", params={"q": hostile}).text
    assert "<script" not in page
    assert "&#34;&gt;&lt;script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert "Not understood: " in page
    annas.open("/hubs?q=zzqxvwk")
    assert "Nothing was found." in annas.page
    assert "Not understood: zzqxvwk" in annas.page


def test_turning_the_page_keeps_the_query_whatever_is_in_it(annas: Browser) -> None:
    page = annas.http.get("/hubs", params={"q": "robotics & AI"}).text
    assert 'href="/hubs?q=robotics%20%26%20AI&amp;page=2"' in page


@pytest.mark.parametrize("catalogue", ["empty", "none"], indirect=True)
def test_without_a_catalogue_the_page_says_so(annas: Browser, anna: Adviser) -> None:
    assert annas.open("/hubs?q=robotics").status_code == 200
    assert "No catalogue is loaded here" in annas.page
