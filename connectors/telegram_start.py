"""Makes Telegram send us its updates: to our address where there is one, else by asking for them again and
again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, TelegramError

from connectors.telegram_call import describe
from connectors.telegram_update import HANDLED

ASK_FOR = 25
"""How long Telegram may wait for news before it answers that there is none, in seconds."""

LONGEST_PAUSE = 60.0

logger = logging.getLogger(__name__)


async def use_webhook(bot: Bot, url: str, secret: str) -> None:
    """Ask Telegram to post updates to `url`, with `secret` in each call."""

    async def register() -> None:
        await bot.initialize()
        await bot.set_webhook(url, secret_token=secret, allowed_updates=HANDLED)

    if await _insist(register):
        logger.info("Telegram sends its updates to our address.")


async def poll(bot: Bot, accept: Callable[[Update], None]) -> None:
    """Ask Telegram for updates until cancelled; an update counts as received once `accept` has returned."""
    received = 0

    async def begin() -> None:
        await bot.initialize()
        await bot.delete_webhook()  # as long as there is one, nothing can be asked for

    async def ask() -> None:
        nonlocal received
        for update in await bot.get_updates(offset=received + 1, timeout=ASK_FOR, allowed_updates=HANDLED):
            accept(update)
            received = update.update_id

    if await _insist(begin):
        logger.info("Asking Telegram for its updates.")
        while await _insist(ask):
            pass


async def _insist(call: Callable[[], Awaitable[None]]) -> bool:
    """Call until it succeeds, less and less often; False where it never will, because the token is wrong."""
    pause = 1.0
    while True:
        try:
            await call()
            return True
        except InvalidToken:
            logger.error("Telegram does not know TELEGRAM_TOKEN; the Telegram channel stays silent.")
            return False
        except Conflict:
            logger.error("Another process asks Telegram for this bot's updates: stop one, or set TELEGRAM_WEBHOOK_URL.")
        except TelegramError as error:
            logger.warning("Telegram cannot be reached: %s", describe(error))
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)
