"""The Socket.IO events of the web channel, named as in Rasa's own channel.

From the browser:
    session_request {session_id?, seen?, language?, region?}   asks for its conversation, or for a new one
    user_uttered    {message, id?, metadata?}                  acknowledged with {"seq"} or {"refused"}
To the browser:
    session_confirm token                                      opens this conversation again, in any tab
    bot_uttered     {text, quick_replies, attachment, custom, sender, name, seq}
    user_uttered    {message, id, seq}                         what the same person said elsewhere, or before

`seen` is the highest `seq` that the browser has: it is sent what was said since. `refused` is no_session,
unreadable or too_fast.
"""

from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any

from rasa.core.channels.channel import UserMessage
from socketio import AsyncServer

from connectors.heard import as_typed
from connectors.hints import hints, metadata
from connectors.in_order import InOrder
from connectors.web_output import WebOutput
from connectors.web_room import Room, Rooms
from connectors.web_session import Sessions

LONGEST_ID = 64


@dataclass(frozen=True)
class Visit:
    """One browser tab in one conversation, with what it told about itself."""

    conversation: str
    told: dict[str, str] = field(default_factory=dict)


class WebEvents:
    """Joins browsers to their conversations, and the two ends of each conversation."""

    def __init__(
        self,
        server: AsyncServer,
        sessions: Sessions,
        rooms: Rooms,
        turns: InOrder,
        on_new_message: Callable[[UserMessage], Awaitable[Any]],
    ) -> None:
        """Take the Socket.IO server and answer its events."""
        self._server, self._sessions, self._rooms, self._turns = server, sessions, rooms, turns
        self._on_new_message = on_new_message
        self._visits: dict[str, Visit] = {}
        self.output = WebOutput(self._bot_says)
        server.on("session_request", self.session_request)
        server.on("user_uttered", self.user_uttered)
        server.on("disconnect", self.disconnect)

    async def session_request(self, sid: str, data: Any = None) -> None:
        """Open the conversation that the browser can prove to be its own, or a new one, and send what it
        has missed."""
        asked = data if isinstance(data, dict) else {}
        token = asked.get("session_id")
        conversation = self._sessions.resume(token)
        if conversation is None:
            conversation, token = self._sessions.begin()
        before, self._visits[sid] = self._visits.get(sid), Visit(conversation, hints(asked))
        if before is not None:
            await self._server.leave_room(sid, before.conversation)
        await self._enter(sid, conversation, token, _number(asked.get("seen")))

    async def user_uttered(self, sid: str, data: Any = None) -> dict[str, Any]:
        """Take one message of the person's and return at once; the assistant answers in its own time."""
        visit = self._visits.get(sid)
        if visit is None:
            return {"refused": "no_session"}
        if not isinstance(data, dict) or not isinstance(data.get("message"), str):
            return {"refused": "unreadable"}
        room = self._rooms.open(visit.conversation)
        async with room.lock:
            return await self._take(sid, visit, room, data)

    async def disconnect(self, sid: str, _reason: Any = None) -> None:
        """Forget a tab; Socket.IO takes it out of its rooms."""
        self._visits.pop(sid, None)

    async def _take(self, sid: str, visit: Visit, room: Room, data: dict[str, Any]) -> dict[str, Any]:
        message_id = as_typed(data.get("id"), LONGEST_ID).text
        known = room.number_of(message_id)
        if known is not None:  # sent again, because the acknowledgement was lost on the way
            return {"seq": known}
        if self._turns.full(visit.conversation) or not room.pace.take():
            return {"refused": "too_fast"}
        message = self._message(visit, data)
        said = room.note("user_uttered", {"message": message.text, "id": message_id})
        await self._server.emit(said.event, said.numbered(), room=visit.conversation, skip_sid=sid)
        self._turns.add(visit.conversation, lambda: self._on_new_message(message))
        return {"seq": said.seq}

    def _message(self, visit: Visit, data: dict[str, Any]) -> UserMessage:
        heard = as_typed(data["message"])
        beside = metadata(heard, {**visit.told, **hints(data.get("metadata"))})
        return UserMessage(heard.text, self.output, visit.conversation, input_channel="web", metadata=beside)

    async def _bot_says(self, conversation: str, payload: dict[str, Any]) -> None:
        room = self._rooms.open(conversation)
        async with room.lock:
            said = room.note("bot_uttered", payload)
            await self._server.emit(said.event, said.numbered(), room=conversation)

    async def _enter(self, sid: str, conversation: str, token: object, seen: int) -> None:
        room = self._rooms.find(conversation)  # makes none: who only asks must not push out those who speak
        async with room.lock if room else nullcontext():  # nothing new may overtake what was missed
            await self._server.enter_room(sid, conversation)
            await self._server.emit("session_confirm", token, room=sid)
            for said in room.after(seen) if room else ():
                await self._server.emit(said.event, said.numbered(), room=sid)


def _number(seen: object) -> int:
    """Return what a browser says it has seen; one that says nothing has seen nothing."""
    return seen if isinstance(seen, int) and not isinstance(seen, bool) else 0
