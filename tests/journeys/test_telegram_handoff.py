"""The same conversation on Telegram: the result, the buttons, a person, and back to the assistant."""

import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, TypeVar

import httpx
import pytest
from console_examples import Browser
from fake_telegram import FakeTelegram, message, press, update
from sentences import GERMAN
from the_desk import Adviser
from whole_stack import WholeStack

from handoff.engine import make_engine
from handoff.model import State
from handoff.store import HandoffStore

PERSON = "7"  # whom the fake calls Anna
PATIENCE_SECONDS = 30.0
SILENCE_SECONDS = 2.5
FIRST_UPDATE = 700_000
Found = TypeVar("Found")


class Firm:
    """A person on Telegram, writing to the bot."""

    def __init__(self, fake: FakeTelegram) -> None:
        self._fake, self._updates = fake, count(FIRST_UPDATE)

    def says(self, text: str) -> None:
        self._post(update(next(self._updates), message=message(text)))

    def presses(self, row: int) -> None:
        self._post(press(self._fake, next(self._updates), row))

    def hears(self, words: str) -> str:
        """Wait for a message with these words."""
        return until(lambda: next((text for text in self._fake.texts() if words in text), ""), words)

    def heard(self) -> int:
        return len(self._fake.texts())

    def _post(self, content: dict[str, Any]) -> None:
        secret = {"X-Telegram-Bot-Api-Secret-Token": self._fake.webhook["secret_token"]}
        assert httpx.post(self._fake.webhook["url"], json=content, headers=secret).status_code == 200


def until(found: Callable[[], Found], wanted: str) -> Found:
    over = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < over:
        if now := found():
            return now
        time.sleep(0.1)
    raise AssertionError(f"waited {PATIENCE_SECONDS} s for {wanted!r}")


@pytest.fixture
def firm(telegram: FakeTelegram, stack: WholeStack) -> Firm:
    until(lambda: telegram.webhook, "the bot's address")
    return Firm(telegram)


@pytest.fixture
def store(stack: WholeStack) -> Iterator[HandoffStore]:
    engine = make_engine(stack.settings.handoff_database_url)
    yield HandoffStore(engine, lambda: pytest.fail("nothing is written here"))
    engine.dispose()


def test_a_firm_on_telegram_gets_hubs_then_a_person_then_the_assistant_again(
    firm: Firm, telegram: FakeTelegram, stack: WholeStack, adviser: Adviser, store: HandoffStore
) -> None:
    firm.says(GERMAN.sentence)
    assert "https://" in firm.hears("DIS-HUB")
    firm.hears("Sie können alles korrigieren")
    firm.presses(0)  # "Mit einem Menschen sprechen"
    firm.hears("Sind Sie einverstanden?")
    firm.presses(0)  # "Ja"
    firm.hears("bis dahin schweige ich")
    assert len(telegram.named("answerCallbackQuery")) == 2

    assert_silent(firm, "Hallo? Ist da jemand?")
    request = until(lambda: store.open_for(PERSON), "the request")
    with Browser(stack.settings.console_url) as desk:
        desk.open("/sign-in")
        desk.send("/sign-in", email=adviser.email, password=adviser.password)
        desk.claim(request.id)
        desk.answer(request.id, "Guten Tag, ich rufe Sie morgen an.")
        assert adviser.name in firm.hears("ich rufe Sie morgen an")
        assert_silent(firm, "Danke, morgen passt gut")
        desk.open(f"/requests/{request.id}")
        desk.send(f"/requests/{request.id}/close")
    firm.hears("wieder mit dem digitalen Assistenten")
    assert store.get(request.id).state is State.CLOSED
    firm.says("Was kostet das?")
    firm.hears("Dieser Dienst kostet nichts")


def assert_silent(firm: Firm, text: str) -> None:
    before = firm.heard()
    firm.says(text)
    time.sleep(SILENCE_SECONDS)
    assert firm.heard() == before
