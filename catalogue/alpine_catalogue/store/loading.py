"""Puts a checked catalogue into the database: all of it, or nothing."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, desc, func, insert, select

from alpine_catalogue.files.folder import Record
from alpine_catalogue.store.tables import loads, records
from alpine_catalogue.store.texts import fill


def load(engine: Engine, content: Sequence[Record], now: datetime) -> bool:
    """Replace the catalogue by `content`; False when the same content is there already. One transaction."""
    digest = digest_of(content)
    with engine.begin() as connection:
        if newest_digest(connection) == digest:
            return False
        connection.execute(delete(records))
        connection.execute(insert(records), [_row(record) for record in content])
        fill(connection, [record.body for record in content if record.kind == "hub"])
        connection.execute(insert(loads).values(loaded_at=now, digest=digest))
    return True


def newest_digest(connection: Connection) -> str | None:
    """Return the digest of what is loaded, or None before the first load."""
    return connection.scalar(select(loads.c.digest).order_by(desc(loads.c.number)).limit(1))


def newest_load(connection: Connection) -> int | None:
    """Return the number of the newest load, or None before the first.

    Whoever keeps what it has read compares this and not the digest: the same content may come back after another one.
    """
    number: int | None = connection.scalar(select(func.max(loads.c.number)))
    return number


def digest_of(content: Sequence[Record]) -> str:
    """Return a SHA-256 over all records, whatever their order."""
    rows = sorted(((record.kind, record.id, record.body) for record in content), key=lambda row: row[:2])
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def _row(record: Record) -> dict[str, object]:
    return {"kind": record.kind, "id": record.id, "body": dict(record.body)}
