"""The Telegram channel: Telegram's updates in, what the assistant and advisers say out.

Settings (credentials.yml; an empty text is one that is not set):
    token           the bot's token; without it the channel is there, but silent
    webhook_url     our address for Telegram, ending in /webhooks/telegram/webhook; without it we ask for updates
    webhook_secret  what Telegram repeats in each call, so that nobody else can; without it a new one each start
    inbox           the file in which updates are remembered; without it they are forgotten with the process
    api_url         another server than Telegram's own: a test's, or a Bot API server of one's own
"""

import logging
import os
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse
from telegram import Bot

from connectors.telegram_inbox import Inbox
from connectors.telegram_output import TelegramOutput
from connectors.telegram_service import TelegramService
from connectors.telegram_turns import TelegramTurns

API_URL = "https://api.telegram.org"


class TelegramInput(InputChannel):
    """Receives what people write to the bot in private chats."""

    def __init__(
        self,
        token: str = "",
        webhook_secret: str = "",
        webhook_url: str = "",
        api_url: str = "",
        inbox: str = "",
    ) -> None:
        """Take the settings that the module describes."""
        os.environ["PTB_TIMEDELTA"] = "true"  # the library's coming way to tell durations; it warns about its old one
        _hush()
        base_url = f"{(api_url or API_URL).rstrip('/')}/bot"
        self._bot = Bot(token, base_url=base_url) if token else None
        self._output = TelegramOutput(self._bot) if self._bot else None
        self._secret = webhook_secret or (secrets.token_urlsafe(32) if webhook_url else "")
        self._webhook_url, self._inbox = webhook_url, inbox

    @classmethod
    def name(cls) -> str:
        """Return the name of the channel, which is also its place under /webhooks/."""
        return "telegram"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "TelegramInput":
        """Read the settings of credentials.yml."""
        names = ("token", "webhook_secret", "webhook_url", "api_url", "inbox")
        return cls(**{name: (credentials or {}).get(name) or "" for name in names})

    def get_output_channel(self) -> OutputChannel | None:
        """Return the channel through which an adviser's answer reaches a person at any time."""
        return self._output

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Define the address that Telegram calls, and what starts and stops with the server."""
        routes = Blueprint("telegram_channel")
        if self._bot is None or self._output is None:
            return routes
        bot, output = self._bot, self._output
        service = TelegramService(
            bot,
            self._secret,
            self._webhook_url,
            lambda: TelegramTurns(bot, Inbox(self._inbox), output, on_new_message),
        )

        async def receive(
            request: Request,
        ) -> HTTPResponse:  # Sanic marks a streaming route, which no method bears
            return await service.receive(request)

        routes.add_route(receive, "/webhook", methods=["POST"], stream=True)
        # In one call, `listener(service.open, ...)`, Sanic 21.12 would drop it: it knows functions, but no
        # methods.
        routes.listener("before_server_start")(service.open)
        routes.listener("after_server_start")(service.begin)
        routes.listener("before_server_stop")(service.end)
        return routes


def _hush() -> None:
    """Keep the token, which is part of every address, and what people write out of the libraries' logs."""
    for library in ("httpx", "httpcore", "telegram"):
        logging.getLogger(library).setLevel(logging.WARNING)
