"""Makes websockets work in Rasa's Sanic 21.12 on Python 3.11.

Sanic 21.12 hands the coroutine `WebsocketFrameAssembler.get()` to `asyncio.wait()`, which since Python 3.11
takes nothing but tasks ("Passing coroutines is forbidden, use tasks explicitly"), so that every websocket
ends at its first message. A task is accepted there, and can be awaited wherever the coroutine was. Rasa 3.6
pins Sanic 21.12; the release after it does not start here. To be deleted with that pin.
"""

import asyncio
from functools import wraps
from typing import Any

from sanic.server.websockets.frame import WebsocketFrameAssembler

_original = WebsocketFrameAssembler.get


@wraps(_original)
def _get_in_a_task(self: WebsocketFrameAssembler, timeout: float | None = None) -> asyncio.Future[Any]:
    message: asyncio.Future[Any] = asyncio.ensure_future(_original(self, timeout))
    return message


def apply() -> None:
    """Repair Sanic in this process; doing it twice changes nothing."""
    WebsocketFrameAssembler.get = _get_in_a_task
