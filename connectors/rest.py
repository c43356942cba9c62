"""The REST channel, for tests, `make talk` and programs of our own.

Address and wire format are those of Rasa's own REST channel, which lets clients do too much: here nobody
shares a conversation by forgetting to name it, nobody speaks for another channel, and no text is an order to
Rasa. Whoever can reach this channel still chooses the conversation, so a reverse proxy must not pass it on to
the internet.
"""

import asyncio
import json
import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.core.channels.rest import QueueOutputChannel
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from connectors.body import json_object
from connectors.errors import ConnectorError, UnusableSender
from connectors.heard import as_typed
from connectors.hints import hints, metadata

Listener = Callable[[UserMessage], Awaitable[Any]]

LONGEST_SENDER = 200
"""The longest name of a conversation, in characters; the trackers' table holds 255."""

logger = logging.getLogger(__name__)


class RestInput(InputChannel):
    """Answers a posted message with what the assistant says to it."""

    @classmethod
    def name(cls) -> str:
        """Return the name of the channel, which is also its place under /webhooks/."""
        return "rest"

    def blueprint(self, on_new_message: Listener) -> Blueprint:
        """Define the two routes of the channel."""
        routes = Blueprint("rest_channel")

        @routes.get("/")
        async def health(_request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.post("/webhook", stream=True)
        async def receive(request: Request) -> HTTPResponse | None:
            try:
                message = _message(await json_object(request))
            except ConnectorError as error:
                return response.json({"error": str(error)}, status=error.status)
            if request.args.get("stream", "false").lower() != "true":
                return await _collect(message, on_new_message)
            await _stream(request, message, on_new_message)
            return None

        return routes


def _message(body: dict[str, Any]) -> UserMessage:
    """Read a request; raises UnusableSender."""
    heard = as_typed(body.get("message"))
    told = hints(body.get("metadata"))
    sender = _sender(body.get("sender"))
    return UserMessage(heard.text, None, sender, input_channel="rest", metadata=metadata(heard, told))


def _sender(named: object) -> str:
    """Return the conversation a client named, or a fresh one: two clients that name none must never meet
    in one."""
    sender = "" if named is None else str(named).strip()
    if isinstance(named, bool | dict | list) or len(sender) > LONGEST_SENDER or not sender.isprintable():
        raise UnusableSender(f'"sender" must be a text of at most {LONGEST_SENDER} printable characters.')
    return sender or secrets.token_hex(16)


async def _collect(message: UserMessage, on_new_message: Listener) -> HTTPResponse:
    """Answer with everything that was said, once all of it has been said."""
    message.output_channel = said = CollectingOutputChannel()
    await _hand_over(message, on_new_message)
    return response.json(said.messages)


async def _stream(request: Request, message: UserMessage, on_new_message: Listener) -> None:
    """Answer with one line of JSON for each thing said, as soon as it is said."""
    said: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
    message.output_channel = QueueOutputChannel(said)
    turn = asyncio.create_task(_hand_over(message, on_new_message))
    turn.add_done_callback(lambda _turn: said.put_nowait(None))
    answer = await request.respond(content_type="text/event-stream")
    while (line := await said.get()) is not None:
        await answer.send(json.dumps(line) + "\n")
    await answer.eof()


async def _hand_over(message: UserMessage, on_new_message: Listener) -> None:
    """Let the assistant answer; a failure is logged, and what was said before it is still returned."""
    try:
        await on_new_message(message)
    except Exception:
        logger.exception("A message from the REST channel could not be processed.")
