"""The channel of the chat on partners' web pages: Socket.IO inside Rasa's server, and the demo page.

Sessions are signed by the server (web_session), nothing said is lost while a browser is away (web_room), and
what goes to and fro is in web_events. One process serves all browsers of a conversation; several processes
would need a message queue between their Socket.IO servers.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from rasa.core.channels.socketio import SocketBlueprint
from sanic import Blueprint, Sanic
from socketio import AsyncServer

from connectors import websocket_fix
from connectors.body import LIMIT
from connectors.in_order import InOrder
from connectors.web_events import WebEvents
from connectors.web_page import add_page
from connectors.web_room import Rooms
from connectors.web_session import Sessions

PATIENCE = 5.0
"""How long a stopping server waits for answers under way, in seconds."""


class WebInput(InputChannel):
    """Receives what people write on a web page."""

    def __init__(
        self, secret: str = "", origins: str = "", path: str = "/socket.io", rooms: Rooms | None = None
    ) -> None:
        """Sign sessions with `secret`; let pages of `origins` (separated by spaces) connect, besides the
        page's own."""
        self._sessions = Sessions(secret)
        self._origins = frozenset(origins.split())
        self._path = path
        self._rooms = rooms or Rooms()
        self._output: OutputChannel | None = None

    @classmethod
    def name(cls) -> str:
        """Return the name of the channel, which is also its place under /webhooks/."""
        return "web"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "WebInput":
        """Read `secret` and `origins` of credentials.yml; an empty text is one that is not set."""
        given = credentials or {}
        return cls(secret=given.get("secret") or "", origins=given.get("origins") or "")

    def get_output_channel(self) -> OutputChannel | None:
        """Return the channel through which an adviser's answer reaches a conversation at any time."""
        return self._output

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Define the page, and the Socket.IO server beside it."""
        websocket_fix.apply()
        server = AsyncServer(async_mode="sanic", cors_allowed_origins=self._may_connect, max_http_buffer_size=LIMIT)
        turns = InOrder()
        self._output = WebEvents(server, self._sessions, self._rooms, turns, on_new_message).output
        routes: Blueprint = SocketBlueprint(server, self._path, "web_channel", __name__)
        add_page(routes)

        async def finish(_app: Sanic, _loop: object) -> None:
            await turns.close(PATIENCE)
            await server.shutdown()

        routes.listener("before_server_stop")(finish)
        return routes

    def _may_connect(self, origin: str | None, environ: dict[str, Any]) -> bool:
        """Return whether a page may open a socket: ours, or a named partner's."""
        ours = f"{environ.get('wsgi.url_scheme')}://{environ.get('HTTP_HOST')}"
        return origin == ours or origin in self._origins
