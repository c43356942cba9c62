"""Runs the fake of Telegram's servers beside the tests, which are not asynchronous."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from fake_telegram import FakeTelegram, fake_telegram


@contextmanager
def telegram_servers() -> Iterator[FakeTelegram]:
    """Serve the fake from a thread of its own until the block ends."""
    loop, started, over = asyncio.new_event_loop(), threading.Event(), asyncio.Event()
    served: list[FakeTelegram] = []

    async def serve() -> None:
        async with fake_telegram() as fake:
            served.append(fake)
            started.set()
            await over.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    assert started.wait(10), "the fake of Telegram does not start"
    try:
        yield served[0]
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()
