"""Takes updates as fast as Telegram sends them, and lets the assistant answer each person in order and
once."""

import json
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from rasa.core.channels.channel import OutputChannel, UserMessage
from telegram import Bot, Update
from telegram.error import BadRequest, TelegramError

from connectors.heard import as_typed
from connectors.hints import metadata
from connectors.in_order import InOrder
from connectors.telegram_call import attempt, describe
from connectors.telegram_inbox import Inbox
from connectors.telegram_update import Incoming, read, update_of

PATIENCE = 5.0
"""How long a stopping server waits for answers under way, in seconds."""

logger = logging.getLogger(__name__)


class TelegramTurns:
    """The line of each person, and what is done when its turn comes."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        output: OutputChannel,
        on_new_message: Callable[[UserMessage], Awaitable[Any]],
    ) -> None:
        """Take the bot, the inbox that remembers updates, the way to answer, and the assistant."""
        self._bot, self._inbox, self._output, self._on_new_message = bot, inbox, output, on_new_message
        self._turns = InOrder()

    def resume(self) -> None:
        """Put what was waiting when the server last stopped in line again."""
        for content in self._inbox.waiting():
            update = update_of(json.loads(content), self._bot)
            incoming = read(update) if update else None
            if incoming:
                self._line_up(incoming)

    def accept(self, update: Update) -> None:
        """Take an update; one that says nothing, or that came before, changes nothing."""
        query = update.callback_query
        if query:  # at once, not in line: the person's button shows that it is busy until then
            self._turns.add(f"answer {query.from_user.id}", partial(attempt, query.answer))
        incoming = read(update)
        if incoming is None:
            return
        if self._turns.full(incoming.sender):
            logger.warning("A person on Telegram writes faster than can be answered; a message was left out.")
        elif self._inbox.put(incoming.update_id, update.to_json()):
            self._line_up(incoming)

    async def close(self) -> None:
        """Finish what is under way; what is still in line waits in the inbox for the next start."""
        await self._turns.close(PATIENCE)
        self._inbox.close()

    def _line_up(self, incoming: Incoming) -> None:
        self._turns.add(incoming.sender, lambda: self._take_turn(incoming))

    async def _take_turn(self, incoming: Incoming) -> None:
        if not self._inbox.take(incoming.update_id):
            return
        if incoming.keyboard is not None and not await self._use_up(incoming.sender, incoming.keyboard):
            return
        heard = as_typed(incoming.text)
        beside = metadata(heard, incoming.told)
        message = UserMessage(heard.text, self._output, incoming.sender, input_channel="telegram", metadata=beside)
        await self._on_new_message(message)

    async def _use_up(self, person: str, message_id: int) -> bool:
        """Take the buttons away that were pressed; False where that was done before, for a second tap is
        no answer."""
        try:
            await self._bot.edit_message_reply_markup(person, message_id, reply_markup=None)
        except BadRequest as error:
            return "not modified" not in error.message.lower()
        except TelegramError as error:
            logger.warning("The buttons of a message could not be taken away: %s", describe(error))
        return True
