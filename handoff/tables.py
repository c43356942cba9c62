"""The three tables; what the database itself refuses to hold is written here."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)

from handoff.columns import UserJson, UserText, UtcTime

ID_LENGTH = 36  # a UUID in text form

metadata = MetaData()

adviser = Table(
    "handoff_adviser",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("name", UserText, nullable=False),
    Column("email", String(254), nullable=False),  # lower case; 254 is the longest address that mail allows
    Column("password_hash", String(255), nullable=False),
    Column("added_at", UtcTime, nullable=False),
    UniqueConstraint("email", name="handoff_adviser_email_once"),
)

request = Table(
    "handoff_request",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("conversation_id", UserText, nullable=False),
    Column("channel", UserText, nullable=False),
    Column("language", UserText, nullable=False),
    Column("slots", UserJson, nullable=False),
    Column("result", UserJson, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("claimed_by", String(ID_LENGTH), ForeignKey(adviser.c.id, name="handoff_request_adviser")),
    Column("claimed_at", UtcTime),
    Column("closed_at", UtcTime),
    CheckConstraint(
        "(state = 'new' AND claimed_by IS NULL AND claimed_at IS NULL AND closed_at IS NULL)"
        " OR (state = 'claimed' AND claimed_by IS NOT NULL AND claimed_at IS NOT NULL AND closed_at IS NULL)"
        " OR (state = 'closed' AND claimed_by IS NOT NULL AND claimed_at IS NOT NULL"
        " AND closed_at IS NOT NULL)",
        name="handoff_request_state",
    ),
)

Index("handoff_request_by_state", request.c.state, request.c.created_at)
IS_OPEN = text("state IN ('new', 'claimed')")
Index(
    "handoff_request_one_open",
    request.c.conversation_id,
    unique=True,
    sqlite_where=IS_OPEN,
    postgresql_where=IS_OPEN,
)

line = Table(
    "handoff_line",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column(
        "request_id",
        String(ID_LENGTH),
        ForeignKey(request.c.id, name="handoff_line_request", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("at", UtcTime, nullable=False),
    Column("position", Integer, nullable=False),  # order of lines that were said at the same moment
    Column("sender", String(16), nullable=False),
    Column("text", UserText, nullable=False),
    Column("tried_at", UtcTime),  # somebody is delivering it since then
    Column("delivered_at", UtcTime),
    CheckConstraint("sender IN ('user', 'bot', 'adviser')", name="handoff_line_sender"),
    CheckConstraint("sender = 'adviser' OR (tried_at IS NULL AND delivered_at IS NULL)", name="handoff_line_delivery"),
)

Index("handoff_line_of_request", line.c.request_id, line.c.at, line.c.position)
