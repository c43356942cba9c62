"""What an update from Telegram says to the assistant: mostly nothing.

Handled are texts, captions and pressed buttons of persons in private chats. In a group nothing is answered:
there everybody reads along. Edited messages, channels, members coming and going, votes and all the rest are
not said to us.
"""

import logging
import operator
from dataclasses import dataclass
from typing import Any

from telegram import Bot, CallbackQuery, Message, Update, User
from telegram.constants import ChatType, UpdateType

from connectors.hints import hints
from connectors.telegram_keyboard import chosen

HANDLED = (UpdateType.MESSAGE.value, UpdateType.CALLBACK_QUERY.value)
"""The kinds of updates that Telegram is asked to send."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Incoming:
    """One thing a person said; `keyboard` is the number of the message whose button was pressed."""

    update_id: int
    sender: str
    text: str
    told: dict[str, str]
    keyboard: int | None = None


def update_of(payload: dict[str, Any], bot: Bot) -> Update | None:
    """Return the update that Telegram sent as JSON, or None for one of a shape that this library does not
    know."""
    try:
        return Update.de_json({**payload, "update_id": operator.index(payload["update_id"])}, bot)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        logger.warning("An update from Telegram could not be read (%s) and was left out.", type(error).__name__)
        return None


def read(update: Update) -> Incoming | None:
    """Return what the update says to the assistant, or None where it says nothing."""
    chat = update.effective_chat
    if chat is None or chat.type != ChatType.PRIVATE:
        return None
    if update.callback_query:
        return _pressed(update.update_id, update.callback_query)
    return _written(update.update_id, update.message) if update.message else None


def _written(update_id: int, message: Message) -> Incoming | None:
    text = message.text or message.caption
    person = message.from_user
    if not text or person is None or person.is_bot:
        return None
    return Incoming(update_id, str(person.id), text, _told(person))


def _pressed(update_id: int, query: CallbackQuery) -> Incoming | None:
    text = chosen(query)
    if not text or query.message is None:
        return None
    person = query.from_user
    return Incoming(update_id, str(person.id), text, _told(person), keyboard=query.message.message_id)


def _told(person: User) -> dict[str, str]:
    return hints({"language": person.language_code})
