"""A server like Rasa's with our channels and an assistant that needs no model, on a real socket of this
machine."""

import asyncio
import socket
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage, register
from rasa.shared.core.events import Event
from sanic import Sanic

Reply = Callable[[str], list[dict[str, Any]]]


def echo(text: str) -> list[dict[str, Any]]:
    """Answer with the same text."""
    return [{"text": f"heard: {text}"}]


class StubAssistant:
    """Takes messages in place of Rasa's agent, keeps them, and answers with what `reply` returns."""

    def __init__(self, reply: Reply = echo) -> None:
        self.reply = reply
        self.heard: list[UserMessage] = []
        self.before_answer: Callable[[UserMessage], Awaitable[None]] | None = None

    async def handle_message(self, message: UserMessage) -> None:
        if self.before_answer:
            await self.before_answer(message)
        self.heard.append(message)
        for said in self.reply(message.text):
            await send(message.output_channel, message.sender_id, **said)

    def texts(self) -> list[str]:
        return [message.text for message in self.heard]


async def send(channel: Any, conversation: str, **event: Any) -> None:
    """Send a bot event as Rasa does, for its own answers and for events posted to its HTTP interface."""
    said = Event.from_parameters({"event": "bot", **event})
    await channel.send_response(conversation, said.message())


@asynccontextmanager
async def serving(assistant: StubAssistant, *channels: InputChannel) -> AsyncIterator[str]:
    """Serve the channels as Rasa does, and return the address of the server."""
    Sanic.test_mode = True  # lets one process start more than one server
    listening = socket.create_server(("127.0.0.1", 0))
    app = Sanic(f"stub-{uuid.uuid4().hex}", configure_logging=False)
    app.ctx.agent = SimpleNamespace(handle_message=assistant.handle_message)
    register(list(channels), app, route="/webhooks/")
    server = await app.create_server(sock=listening, return_asyncio_server=True, access_log=False)
    try:
        await server.startup()
        await server.before_start()
        await server.after_start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        await server.before_stop()
        await server.after_stop()
    finally:
        for connection in list(server.connections):
            connection.transport.abort()
        await server.close()
        listening.close()


async def until(condition: Callable[[], Any], seconds: float = 5.0) -> None:
    """Wait until something has happened; fails after `seconds`."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)
