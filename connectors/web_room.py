"""What the web channel remembers of each conversation, so that a browser that was away misses nothing.

All of it is in the memory of this one process and bounded: the last messages of the conversations that spoke
last. After a restart there is nothing to replay, and other processes see none of it. The history itself is
Rasa's.
"""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from connectors.token_bucket import TokenBucket

KEPT_MESSAGES = 50
KEPT_ROOMS = 10_000

Clock = Callable[[], float]


@dataclass(frozen=True)
class Said:
    """One message that went to all browsers of a conversation: Socket.IO event, content, and its number."""

    event: str
    payload: dict[str, Any]
    seq: int

    def numbered(self) -> dict[str, Any]:
        """Return the content with its number, as it is sent."""
        return {**self.payload, "seq": self.seq}


class Room:
    """The last messages of one conversation, numbered upwards."""

    def __init__(self, now: Clock) -> None:
        """Begin to count at the time (in ms), so that a restarted server never gives a number out again."""
        self.lock = asyncio.Lock()  # held while messages are sent, so that they leave in the order of their numbers
        self.pace = TokenBucket(size=20, period=10, now=now)
        self._last = int(now() * 1000)
        self._said: deque[Said] = deque(maxlen=KEPT_MESSAGES)

    def note(self, event: str, payload: dict[str, Any]) -> Said:
        """Give the next number to a message and keep it."""
        self._last += 1
        said = Said(event, payload, self._last)
        self._said.append(said)
        return said

    def after(self, seen: int) -> Iterator[Said]:
        """Return the kept messages with a number above `seen`, oldest first."""
        return (said for said in list(self._said) if said.seq > seen)

    def number_of(self, message_id: str) -> int | None:
        """Return the number of a kept message of the user's by the id its browser gave it, so that none
        counts twice."""
        return next((said.seq for said in self._said if message_id and said.payload.get("id") == message_id), None)


class Rooms:
    """The rooms of the conversations that spoke last."""

    def __init__(self, now: Clock = time.time, most: int = KEPT_ROOMS) -> None:
        """Keep at most `most` rooms; `now` is the time in seconds."""
        self._now, self._most = now, most
        self._rooms: OrderedDict[str, Room] = OrderedDict()

    def open(self, conversation: str) -> Room:
        """Return the room of a conversation, a new one where there is none, and forget the one silent for
        longest."""
        room = self._rooms.setdefault(conversation, Room(self._now))
        self._rooms.move_to_end(conversation)
        while len(self._rooms) > self._most:
            self._rooms.popitem(last=False)
        return room

    def find(self, conversation: str) -> Room | None:
        """Return the room of a conversation, or None where nothing was said in it lately."""
        return self._rooms.get(conversation)
