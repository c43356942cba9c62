"""Dataclasses to table rows and back, so that no other module names a column twice."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from handoff import tables
from handoff.model import Adviser, Line, Request, State


def row_of(request: Request) -> dict[str, Any]:
    """Return the row of a request; its lines are rows of their own."""
    fields = {column.name: getattr(request, column.name) for column in tables.request.c}
    return fields | {"state": request.state.value}


def rows_of(lines: Iterable[Line], request_id: str, after: int) -> list[dict[str, Any]]:
    """Return one row for each line of a request, in order, `after` so many others."""
    return [
        {
            "id": line.id,
            "request_id": request_id,
            "at": line.at,
            "position": position,
            "sender": line.sender,
            "text": line.text,
            "delivered_at": line.delivered_at,
        }
        for position, line in enumerate(lines, start=after)
    ]


def requests_from(connection: Connection, wanted: Select[Any]) -> list[Request]:
    """Run a selection of whole request rows and add to each its transcript, in the order it was said."""
    rows = connection.execute(wanted).all()
    transcripts = _transcripts(connection, [row.id for row in rows])
    return [_request(row, transcripts.get(row.id, [])) for row in rows]


def adviser_from(row: Row[Any]) -> Adviser:
    """Return the adviser of a row, without the password."""
    return Adviser(id=row.id, name=row.name, email=row.email, added_at=row.added_at)


def line_from(row: Row[Any]) -> Line:
    """Return the line of a row."""
    return Line(at=row.at, sender=row.sender, text=row.text, id=row.id, delivered_at=row.delivered_at)


def _request(row: Row[Any], transcript: list[Line]) -> Request:
    fields = row._asdict()
    return Request(**fields | {"state": State(fields["state"]), "transcript": transcript})


def _transcripts(connection: Connection, request_ids: Sequence[str]) -> dict[str, list[Line]]:
    line = tables.line.c
    wanted = select(tables.line).where(line.request_id.in_(request_ids)).order_by(line.at, line.position)
    transcripts: dict[str, list[Line]] = {}
    for row in connection.execute(wanted):
        transcripts.setdefault(row.request_id, []).append(line_from(row))
    return transcripts
