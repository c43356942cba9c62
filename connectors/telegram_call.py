"""Calls Telegram with manners: waits when told to, repeats only what surely did not arrive, never says the
token.

A call that timed out may have arrived, so repeating it could say the same thing twice; it is logged and given
up.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from httpx import ConnectError
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

TRIES = 5

logger = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[object]]


async def attempt(call: Callable[[], Awaitable[object]], sleep: Sleep = asyncio.sleep) -> bool:
    """Make a call that Telegram may refuse; returns whether it was done, and logs why not."""
    for tried in range(1, TRIES + 1):
        try:
            await call()
            return True
        except Forbidden:
            logger.info("A person has blocked the Telegram bot; the message was not sent.")
            return False
        except TelegramError as error:
            wait = _pause(error, tried)
            if wait is None or tried == TRIES:
                logger.warning("Telegram did not take a call: %s", describe(error))
                return False
            await sleep(wait)
    return False


def describe(error: TelegramError) -> str:
    """Return what went wrong in words that cannot hold the token (that of an unknown token does)."""
    return (
        f"{type(error).__name__}: {error.message}"
        if isinstance(error, BadRequest | RetryAfter)
        else type(error).__name__
    )


def _pause(error: TelegramError, tried: int) -> float | None:
    """Return how long to wait before the next try, in seconds, or None where there must be none."""
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
    if isinstance(error, NetworkError) and isinstance(error.__cause__, ConnectError):
        return float(2 ** (tried - 1))
    return None
