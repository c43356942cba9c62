"""Who speaks: the assistant, or an adviser who has taken the conversation over.

An adviser's answer comes through Rasa's HTTP interface, as the event

    {"event": "bot", "text": "Good morning", "data": {"custom": {"sender": "adviser", "name": "Maria"}}}

posted to `/conversations/<id>/tracker/events?output_channel=<channel>&execute_side_effects=true`. Of all that
an event can carry, `data.custom` is what Rasa both stores and hands to the channel unchanged, but it hands it
over as a message of its own, after the text. So it is taken away here and travels with the text instead. The
two keys are the whole format: a `custom` with any other key is content of the bot's and is left alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import OutputChannel

from connectors.heard import as_typed

LONGEST_NAME = 80


@dataclass(frozen=True)
class Author:
    """Who said a message; only advisers have a name."""

    sender: str
    name: str = ""


BOT = Author("bot")


class SignedOutput(OutputChannel):
    """An output channel whose send methods find in `author` who speaks."""

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Send one message of Rasa's, with its author beside it instead of after it."""
        author = author_of(message.get("custom"))
        rest = {key: value for key, value in message.items() if not (author and key == "custom")}
        await super().send_response(recipient_id, {**rest, "author": author or BOT})


def author_of(custom: object) -> Author | None:
    """Return the adviser whom `data.custom` names, or None where it holds something else."""
    if not isinstance(custom, Mapping) or custom.get("sender") != "adviser" or set(custom) - {"sender", "name"}:
        return None
    return Author("adviser", as_typed(custom.get("name"), LONGEST_NAME).text)
