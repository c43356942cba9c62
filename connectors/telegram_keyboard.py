"""The answers to choose from, as buttons under a Telegram message, and back: which answer was chosen.

Telegram returns at most 64 bytes with a pressed button. A payload that fits travels in them. For a longer one
they hold a number, and the chosen text is the title of the button with that number: Telegram sends the
pressed keyboard along, so that nothing has to be remembered here.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import InlineKeyboardButtonLimit

NUMBERED = "#button-"


def keyboard(buttons: Iterable[Mapping[str, Any]]) -> InlineKeyboardMarkup | None:
    """Return one row for each button, or None where there is none."""
    rows = [[_button(number, button)] for number, button in enumerate(buttons) if button.get("title")]
    return InlineKeyboardMarkup(rows) if rows else None


def chosen(query: CallbackQuery) -> str | None:
    """Return the text that a pressed button stands for, or None where its keyboard is gone."""
    if query.data is None or not query.data.startswith(NUMBERED):
        return query.data
    keys = query.message.reply_markup if isinstance(query.message, Message) else None
    rows = keys.inline_keyboard if keys else ()
    return next((button.text for row in rows for button in row if button.callback_data == query.data), None)


def _button(number: int, button: Mapping[str, Any]) -> InlineKeyboardButton:
    title = str(button["title"])
    payload = str(button.get("payload") or title)
    fits = len(payload.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA and not payload.startswith(NUMBERED)
    return InlineKeyboardButton(title, callback_data=payload if fits else f"{NUMBERED}{number}")
