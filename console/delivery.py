"""Brings an adviser's words to the firm and gives the talk back; nothing counts as done before it is."""

from console.conversation import heard_since
from console.rasa_api import RasaApi
from handoff.errors import NotOpen, NotYours
from handoff.model import Adviser, Line, Request, State
from handoff.store import HandoffStore


def deliver(line: Line, request: Request, adviser: Adviser, *, store: HandoffStore, rasa: RasaApi) -> bool:
    """Send one stored answer; False when another attempt has done it, or is just doing it.

    Raises RasaError when it did not arrive; the answer then stays stored as not delivered.
    """
    if not store.begin_delivery(line.id, adviser.id):
        return False
    delivered = False
    try:
        rasa.say(request.conversation_id, request.channel, line.text, adviser.name)
        delivered = True
    finally:
        store.end_delivery(line.id, delivered=delivered)
    return True


def give_back(request: Request, adviser: Adviser, *, store: HandoffStore, rasa: RasaApi) -> None:
    """Let the assistant speak again, then close; raise RasaError, NotYours or NotOpen and leave it open.

    In this order, because a closed request with a silent assistant would leave the firm with nobody.
    """
    if request.state is State.CLOSED and request.claimed_by == adviser.id:
        return  # a second click
    if request.state is not State.CLAIMED:
        raise NotOpen("Claim the request first, unless it is closed.")
    if request.claimed_by != adviser.id:
        raise NotYours("A colleague holds this request: ask the colleague.")
    heard = heard_since(request, rasa)
    rasa.resume(request.conversation_id, request.channel)
    store.close(request.id, adviser.id, heard=heard)
