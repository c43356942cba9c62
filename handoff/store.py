"""The one door to handed-over conversations: save, list, claim, answer, close."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from handoff import tables
from handoff.engine import writing
from handoff.errors import AlreadyClaimed, AlreadyOpen, NoSuchRequest, NothingToSay, NotOpen, NotYours
from handoff.model import OPEN, Line, Request, State, new_id, states_before
from handoff.rows import requests_from, row_of, rows_of

ATTEMPT_LASTS = timedelta(seconds=60)  # longer than any delivery takes; then another attempt may start
_request = tables.request.c
_line = tables.line.c


class HandoffStore:
    """Requests in the database; each state change is one compare-and-set, so two advisers cannot both win."""

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        """Take the database and the clock (which tells UTC)."""
        self.engine = engine
        self.now = now

    def save(self, request: Request) -> None:
        """Add a new request; raise AlreadyOpen when its conversation has one that is not closed."""
        if request.state is not State.NEW:
            raise ValueError(f"a request starts as new, not as {request.state}: use claim and close")
        try:
            with writing(self.engine).begin() as connection:
                connection.execute(insert(tables.request), row_of(request))
                _add_lines(connection, request.id, request.transcript)
        except IntegrityError as error:
            if self.open_for(request.conversation_id) is None:
                raise
            raise AlreadyOpen("This conversation is already handed over: keep the first request.") from error

    def get(self, request_id: str) -> Request:
        """Return one request, or raise NoSuchRequest."""
        with self.engine.connect() as connection:
            return _get(connection, request_id)

    def open_for(self, conversation_id: str) -> Request | None:
        """Return the request for which the bot keeps silent in this conversation, if there is one."""
        found = self._list(
            select(tables.request).where(_request.conversation_id == conversation_id, _request.state.in_(OPEN))
        )
        return found[0] if found else None

    def waiting(self) -> list[Request]:
        """Return what nobody has claimed yet, oldest first."""
        return self.in_state(State.NEW)

    def in_state(self, state: State) -> list[Request]:
        """Return all requests in one state, oldest first."""
        return self._list(
            select(tables.request).where(_request.state == state).order_by(_request.created_at, _request.id)
        )

    def held_by(self, adviser_id: str) -> list[Request]:
        """Return what this adviser has claimed and not closed, oldest first."""
        mine = select(tables.request).where(_held_by(adviser_id))
        return self._list(mine.order_by(_request.created_at, _request.id))

    def last_closed(self, limit: int) -> list[Request]:
        """Return at most `limit` closed requests, the last closed first."""
        closed = select(tables.request).where(_request.state == State.CLOSED)
        return self._list(closed.order_by(_request.closed_at.desc(), _request.id).limit(limit))

    def open_counts(self, adviser_id: str) -> tuple[int, int]:
        """Return how many requests wait, and how many this adviser holds."""
        waiting = func.count().filter(_request.state == State.NEW)
        held = func.count().filter(_held_by(adviser_id))
        with self.engine.connect() as connection:
            row = connection.execute(select(waiting, held).where(_request.state.in_(OPEN))).one()
        return int(row[0]), int(row[1])

    def claim(self, request_id: str, adviser_id: str) -> Request:
        """Give the request to this adviser; raise AlreadyClaimed for everybody but the first."""
        with writing(self.engine).begin() as connection:
            claimed = connection.execute(
                update(tables.request)
                .where(_request.id == request_id, _request.state.in_(states_before(State.CLAIMED)))
                .values(state=State.CLAIMED, claimed_by=adviser_id, claimed_at=self.now())
            )
            request = _get(connection, request_id)
            if claimed.rowcount == 0:
                raise AlreadyClaimed("Somebody was faster: choose another request.")
            return request

    def answer(self, request_id: str, adviser_id: str, text: str, line_id: str | None = None) -> Line:
        """Keep what the claimer writes to the user, as not delivered yet.

        The same `line_id` twice (a form sent twice) keeps one line. Raises NotOpen, NotYours, NothingToSay.
        """
        if not text.strip():
            raise NothingToSay("The answer is empty: write some words.")
        line = Line(at=self.now(), sender="adviser", text=text, id=line_id or new_id())
        with writing(self.engine).begin() as connection:
            held = _hold(connection, request_id, adviser_id)
            known = {kept.id: kept for kept in held.transcript}
            if line.id not in known:
                _add_lines(connection, request_id, [line], after=len(held.transcript))
        return known.get(line.id, line)

    def answer_of(self, request_id: str, adviser_id: str, line_id: str) -> Line:
        """Return one answer of the claimer's; raise NoSuchRequest, NotOpen or NotYours."""
        with writing(self.engine).begin() as connection:
            held = _hold(connection, request_id, adviser_id)
        for line in held.transcript:
            if line.id == line_id and line.sender == "adviser":
                return line
        raise NoSuchRequest("There is no such answer: look at the request again.")

    def begin_delivery(self, line_id: str, adviser_id: str) -> bool:
        """Take the delivery of a claimer's answer; False if it is delivered, or under way elsewhere."""
        now = self.now()
        held = select(_request.id).where(_held_by(adviser_id))
        free = or_(_line.tried_at.is_(None), _line.tried_at < now - ATTEMPT_LASTS)
        undelivered = and_(_line.sender == "adviser", _line.delivered_at.is_(None))
        waiting = and_(_line.id == line_id, _line.request_id.in_(held), undelivered, free)
        with writing(self.engine).begin() as connection:
            return connection.execute(update(tables.line).where(waiting).values(tried_at=now)).rowcount == 1

    def end_delivery(self, line_id: str, *, delivered: bool) -> None:
        """Mark a line as delivered, or free it for another attempt."""
        outcome = {"delivered_at": self.now()} if delivered else {"tried_at": None}
        with writing(self.engine).begin() as connection:
            connection.execute(update(tables.line).where(_line.id == line_id).values(outcome))

    def close(self, request_id: str, adviser_id: str, heard: Iterable[Line] = ()) -> Request:
        """End the request and keep `heard`, what was said since it was made; raise NotOpen or NotYours."""
        with writing(self.engine).begin() as connection:
            held = _hold(connection, request_id, adviser_id)
            _add_lines(connection, request_id, heard, after=len(held.transcript))
            connection.execute(
                update(tables.request)
                .where(_request.id == request_id, _request.state.in_(states_before(State.CLOSED)))
                .values(state=State.CLOSED, closed_at=self.now())
            )
            return _get(connection, request_id)

    def _list(self, wanted: Select[tuple[object, ...]]) -> list[Request]:
        with self.engine.connect() as connection:
            return requests_from(connection, wanted)


def _get(connection: Connection, request_id: str) -> Request:
    found = requests_from(connection, select(tables.request).where(_request.id == request_id))
    if not found:
        raise NoSuchRequest("There is no such request: look it up in the list again.")
    return found[0]


def _hold(connection: Connection, request_id: str, adviser_id: str) -> Request:
    """Lock the request for this transaction, if this adviser holds it; raise the reason if not."""
    mine = and_(_request.id == request_id, _held_by(adviser_id))
    locked = connection.execute(update(tables.request).where(mine).values(state=State.CLAIMED))
    request = _get(connection, request_id)
    if locked.rowcount == 1:
        return request
    if request.state is State.CLAIMED:
        raise NotYours("A colleague holds this request: ask the colleague.")
    raise NotOpen("Claim the request first." if request.state is State.NEW else "The request is closed.")


def _held_by(adviser_id: str) -> ColumnElement[bool]:
    return and_(_request.state == State.CLAIMED, _request.claimed_by == adviser_id)


def _add_lines(connection: Connection, request_id: str, lines: Iterable[Line], after: int = 0) -> None:
    rows = rows_of(lines, request_id, after)
    if rows:
        connection.execute(insert(tables.line), rows)
