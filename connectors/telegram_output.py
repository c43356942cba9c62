"""What the assistant and advisers say, as Telegram messages: plain text, in order, with buttons under the
last one."""

import asyncio
import logging
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions

from connectors.author import BOT, Author, SignedOutput
from connectors.telegram_call import Sleep, attempt
from connectors.telegram_keyboard import keyboard
from connectors.telegram_text import split

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)  # a list of programmes would drown in pictures of their pages
NO_WORDS = "⬇"  # buttons need a message to stand under

logger = logging.getLogger(__name__)


class TelegramOutput(SignedOutput):
    """Sends to a person at any time; the recipient is the person's number at Telegram."""

    def __init__(self, bot: Bot, sleep: Sleep = asyncio.sleep) -> None:
        """Take the bot, and the way to wait when Telegram says that it was too much."""
        self._bot, self._sleep = bot, sleep
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @classmethod
    def name(cls) -> str:
        """Return the name under which responses may have a variant for this channel."""
        return "telegram"

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        """Send a text, in several messages where it is too long for one."""
        await self._say(recipient_id, text, kwargs.get("author", BOT))

    async def send_text_with_buttons(
        self, recipient_id: str, text: str | None, buttons: list[dict[str, Any]], **kwargs: Any
    ) -> None:
        """Send a text with the answers to choose from, one in a row."""
        await self._say(recipient_id, text or NO_WORDS, kwargs.get("author", BOT), keyboard(buttons))

    async def send_image_url(self, recipient_id: str, image: str, **kwargs: Any) -> None:
        """Send the address of a picture."""
        await self._say(recipient_id, image, kwargs.get("author", BOT))

    async def send_attachment(self, recipient_id: str, attachment: Any, **kwargs: Any) -> None:
        """Send the address of an attachment."""
        payload = attachment.get("payload") if isinstance(attachment, dict) else None
        address = payload.get("src") if isinstance(payload, dict) else attachment
        if isinstance(address, str):
            await self._say(recipient_id, address, kwargs.get("author", BOT))

    async def send_custom_json(self, recipient_id: str, json_message: dict[str, Any], **kwargs: Any) -> None:
        """Leave out what only a web page can show."""
        logger.info("A message that only web pages can show was not sent to Telegram.")

    async def _say(self, person: str, text: str, author: Author, keys: InlineKeyboardMarkup | None = None) -> None:
        if not person.isdecimal():  # else a name such as "@channel" would publish the message
            return logger.warning("A message was not sent: its conversation is not one of Telegram's.")
        parts = split(f"{author.name}:\n{text}" if author.name else text)
        lock = self._locks.setdefault(person, asyncio.Lock())
        async with lock:  # so that no message comes between two parts
            for number, part in enumerate(parts, 1):
                under = keys if number == len(parts) else None
                send = partial(
                    self._bot.send_message, person, part, reply_markup=under, link_preview_options=NO_PREVIEW
                )
                if not await attempt(send, self._sleep):
                    return None
        return None
