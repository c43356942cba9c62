"""Does the work of each conversation in the order it came, and different conversations side by side."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

Work = Callable[[], Awaitable[object]]

logger = logging.getLogger(__name__)


class InOrder:
    """One line of waiting work per conversation; it belongs to one event loop."""

    def __init__(self, most: int = 100) -> None:
        """Call a line full when `most` pieces of work wait in it."""
        self.most = most
        self._waiting: dict[str, deque[Work]] = {}
        self._workers: dict[str, asyncio.Task[None]] = {}

    def full(self, conversation: str) -> bool:
        """Return whether a conversation has so much work waiting that no more should be taken."""
        return len(self._waiting.get(conversation, ())) >= self.most

    def add(self, conversation: str, work: Work) -> None:
        """Put work at the end of a conversation's line."""
        self._waiting.setdefault(conversation, deque()).append(work)
        if conversation not in self._workers:
            self._workers[conversation] = asyncio.create_task(self._serve(conversation))

    async def close(self, patience: float) -> None:
        """Wait up to `patience` seconds for what is under way, then stop it."""
        workers = list(self._workers.values())
        if workers:
            await asyncio.wait(workers, timeout=patience)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)

    async def _serve(self, conversation: str) -> None:
        line = self._waiting[conversation]
        try:
            while line:
                await _do(line.popleft())
        finally:  # no line and no task is kept for a conversation that is silent
            del self._waiting[conversation], self._workers[conversation]


async def _do(work: Work) -> None:
    """Do one piece of work; a failure is logged and must not stop those who wait behind it."""
    try:
        await work()
    except Exception:
        logger.exception("A message could not be processed.")
