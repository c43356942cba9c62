"""A request for a person, from the moment it is made until it is closed; nothing here touches a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal
from uuid import uuid4

Sender = Literal["user", "bot", "adviser"]


class State(StrEnum):
    """Where a request stands."""

    NEW = "new"  # waits for an adviser; the bot is silent
    CLAIMED = "claimed"  # one adviser holds it and may answer
    CLOSED = "closed"  # done; the bot speaks again


MOVES: Mapping[State, frozenset[State]] = {
    State.NEW: frozenset({State.CLAIMED}),
    State.CLAIMED: frozenset({State.CLOSED}),
    State.CLOSED: frozenset(),
}
"""The allowed transitions, and the only place that says so."""


def states_before(state: State) -> frozenset[State]:
    """Return the states from which a request may move into `state`."""
    return frozenset(before for before, after in MOVES.items() if state in after)


OPEN = frozenset(state for state, after in MOVES.items() if after)
"""The states in which the bot is silent; a conversation has at most one request in them."""


def new_id() -> str:
    """Return an id that nobody can guess."""
    return str(uuid4())


@dataclass(frozen=True)
class Line:
    """One thing that was said. `at` is in UTC; `delivered_at` is for an adviser's lines only."""

    at: datetime
    sender: Sender
    text: str
    id: str = field(default_factory=new_id, compare=False)
    delivered_at: datetime | None = None

    @property
    def undelivered(self) -> bool:
        """Tell whether this is an adviser's answer that has not reached the user."""
        return self.sender == "adviser" and self.delivered_at is None


@dataclass(frozen=True)
class Request:
    """One conversation that asks for a person, with all that the adviser needs to take it over."""

    conversation_id: str
    channel: str
    language: str
    slots: dict[str, Any]
    result: dict[str, Any]
    transcript: list[Line]
    created_at: datetime
    id: str = field(default_factory=new_id)
    state: State = State.NEW
    claimed_by: str | None = None  # an adviser's id
    claimed_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True)
class Adviser:
    """A person who may sign in to the console; the password is not part of it."""

    id: str
    name: str
    email: str
    added_at: datetime
