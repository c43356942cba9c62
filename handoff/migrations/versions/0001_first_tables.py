"""The first schema: advisers, requests, and what was said in them."""

import sqlalchemy as sa
from alembic import op

from handoff.columns import UserJson, UserText, UtcTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the three tables."""
    _create_advisers()
    _create_requests()
    _create_request_indexes()
    _create_lines()


def _create_advisers() -> None:
    op.create_table(
        "handoff_adviser",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("name", UserText, nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("password_hash", sa.String(255), nullable=False),
        sa.Column("added_at", UtcTime, nullable=False),
        sa.UniqueConstraint("email", name="handoff_adviser_email_once"),
    )


def _create_requests() -> None:
    op.create_table(
        "handoff_request",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("conversation_id", UserText, nullable=False),
        sa.Column("channel", UserText, nullable=False),
        sa.Column("language", UserText, nullable=False),
        sa.Column("slots", UserJson, nullable=False),
        sa.Column("result", UserJson, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("claimed_by", sa.String(36), sa.ForeignKey("handoff_adviser.id", name="handoff_request_adviser")),
        sa.Column("claimed_at", UtcTime),
        sa.Column("closed_at", UtcTime),
        sa.CheckConstraint(
            "(state = 'new' AND claimed_by IS NULL AND claimed_at IS NULL AND closed_at IS NULL)"
            " OR (state = 'claimed' AND claimed_by IS NOT NULL AND claimed_at IS NOT NULL"
            " AND closed_at IS NULL)"
            " OR (state = 'closed' AND claimed_by IS NOT NULL AND claimed_at IS NOT NULL"
            " AND closed_at IS NOT NULL)",
            name="handoff_request_state",
        ),
    )


def _create_request_indexes() -> None:
    op.create_index("handoff_request_by_state", "handoff_request", ["state", "created_at"])
    is_open = sa.text("state IN ('new', 'claimed')")
    op.create_index(
        "handoff_request_one_open",
        "handoff_request",
        ["conversation_id"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )


def _create_lines() -> None:
    op.create_table(
        "handoff_line",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column(
            "request_id",
            sa.String(36),
            sa.ForeignKey("handoff_request.id", name="handoff_line_request", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("sender", sa.String(16), nullable=False),
        sa.Column("text", UserText, nullable=False),
        sa.Column("tried_at", UtcTime),
        sa.Column("delivered_at", UtcTime),
        sa.CheckConstraint("sender IN ('user', 'bot', 'adviser')", name="handoff_line_sender"),
        sa.CheckConstraint(
            "sender = 'adviser' OR (tried_at IS NULL AND delivered_at IS NULL)", name="handoff_line_delivery"
        ),
    )
    op.create_index("handoff_line_of_request", "handoff_line", ["request_id", "at", "position"])
