"""One request as its page shows it: the talk so far, and what an adviser may do with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from console.errors import RasaError
from console.rasa_api import RasaApi
from handoff.model import OPEN, Adviser, Line, Request, State

CLOCKS_DIFFER = timedelta(seconds=1)


@dataclass(frozen=True)
class Conversation:
    """A request, its lines, and whether these are what has been said until now."""

    request: Request
    lines: Sequence[Line]
    is_live: bool

    @property
    def is_open(self) -> bool:
        """Tell whether the firm still waits for, or talks to, an adviser."""
        return self.request.state in OPEN

    @property
    def has_undelivered(self) -> bool:
        """Tell whether an answer has not reached the firm."""
        return any(line.undelivered for line in self.lines)

    def is_held_by(self, adviser: Adviser) -> bool:
        """Tell whether this adviser may answer and close."""
        return self.request.state is State.CLAIMED and self.request.claimed_by == adviser.id


def conversation_of(request: Request, rasa: RasaApi) -> Conversation:
    """Return the talk live from the assistant, or as it is stored when the assistant does not answer.

    After the end only what was stored is shown: what the firm tells the assistant later is private.
    """
    if request.state is State.CLOSED:
        return Conversation(request, request.transcript, is_live=False)
    try:
        live = rasa.transcript(request.conversation_id)
    except RasaError:
        return Conversation(request, request.transcript, is_live=False)
    return Conversation(request, merged(request.transcript, live), is_live=True)


def merged(stored: Sequence[Line], live: Sequence[Line]) -> list[Line]:
    """Return the live lines, with those stored ones that the assistant does not know (any more)."""
    if not live:
        return list(stored)
    begin = live[0].at - CLOCKS_DIFFER
    only_here = [line for line in stored if line.undelivered or line.at < begin]
    return sorted([*only_here, *live], key=lambda line: line.at)


def heard_since(request: Request, rasa: RasaApi) -> list[Line]:
    """Return what firm and assistant have said since the request was made; raise RasaError if unknown."""
    live = rasa.transcript(request.conversation_id)
    return [line for line in live if line.at > request.created_at and line.sender != "adviser"]
