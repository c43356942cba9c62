"""A real console on a loopback port, with a stand-in for Rasa and browsers without a screen."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from console_examples import RASA_TOKEN, Browser, settings_for
from stand_in_rasa import StandInRasa

from console.app import create_app
from console.rasa_api import RasaApi
from handoff.advisers import Advisers
from handoff.model import Adviser
from handoff.store import HandoffStore


@pytest.fixture
def rasa() -> Iterator[StandInRasa]:
    """A stand-in for Rasa that answers."""
    server = StandInRasa()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def rasa_api(rasa: StandInRasa) -> Iterator[RasaApi]:
    """The console's way to the stand-in."""
    api = RasaApi(rasa.url, RASA_TOKEN)
    yield api
    api.client.close()


@pytest.fixture
def console(store: HandoffStore, advisers: Advisers, rasa_api: RasaApi, url: str) -> Iterator[str]:
    """A real console; the address at which it answers."""
    app = create_app(settings_for(url), store, advisers, rasa_api)
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


@pytest.fixture
def stranger(console: str) -> Iterator[Browser]:
    """Somebody who has not signed in."""
    with Browser(console) as browser:
        yield browser


@pytest.fixture
def annas(console: str, anna: Adviser) -> Iterator[Browser]:
    """The browser of one adviser."""
    with Browser(console) as browser:
        browser.sign_in(anna)
        yield browser


@pytest.fixture
def brunos(console: str, bruno: Adviser) -> Iterator[Browser]:
    """The browser of another adviser."""
    with Browser(console) as browser:
        browser.sign_in(bruno)
        yield browser
