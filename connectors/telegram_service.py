"""The part of the Telegram channel that lives as long as the server: it starts, receives and stops."""

import asyncio
import hmac
import logging
from collections.abc import Callable

from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from telegram import Bot, Update

from connectors.body import json_object
from connectors.errors import ConnectorError
from connectors.telegram_start import poll, use_webhook
from connectors.telegram_turns import TelegramTurns
from connectors.telegram_update import update_of

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header, not a secret

logger = logging.getLogger(__name__)


class TelegramService:
    """Receives updates in one process of the server and passes them on."""

    _turns: TelegramTurns
    _fetching: asyncio.Task[None]

    def __init__(self, bot: Bot, secret: str, url: str, open_turns: Callable[[], TelegramTurns]) -> None:
        """Expect `secret` in each call ("" refuses all); with an empty `url`, ask Telegram for updates."""
        self._bot, self._secret, self._url, self._open_turns = bot, secret, url, open_turns

    async def open(self, _app: Sanic, _loop: object) -> None:
        """Open the inbox, before anything can be received."""
        self._turns = self._open_turns()

    async def begin(self, app: Sanic, _loop: object) -> None:
        """Take up what was waiting and let Telegram know of us; only now has Rasa loaded the assistant."""
        self._turns.resume()
        self._fetching = asyncio.create_task(self._fetch(app.state.workers))

    async def receive(self, request: Request) -> HTTPResponse:
        """Take one update that Telegram posts, and say so before anything is done with it."""
        given = request.headers.get(SECRET_HEADER, "")
        if not self._secret or not hmac.compare_digest(given.encode(), self._secret.encode()):
            return response.empty(status=403)
        try:
            update = update_of(await json_object(request), self._bot)
        except ConnectorError as error:
            return response.json({"error": str(error)}, status=error.status)
        self._accept(update)
        return response.empty(status=200)

    async def end(self, _app: Sanic, _loop: object) -> None:
        """Stop asking, finish what is under way, and leave the rest in the inbox."""
        self._fetching.cancel()
        await asyncio.gather(self._fetching, return_exceptions=True)
        await self._turns.close()
        await self._bot.shutdown()

    def _accept(self, update: Update | None) -> None:
        if update:
            self._turns.accept(update)

    async def _fetch(self, processes: int) -> None:
        try:
            if self._url:
                await use_webhook(self._bot, self._url, self._secret)
            elif processes > 1:
                logger.error("Only one process may ask Telegram for updates: set TELEGRAM_WEBHOOK_URL.")
            else:
                await poll(self._bot, self._accept)
        except Exception:
            logger.exception("The Telegram channel hears nothing more; restart the server.")
