"""First schema: one row per catalogue file, and the history of loads."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "catalogue_record",
        sa.Column("kind", sa.String(32), primary_key=True),
        sa.Column("id", sa.String(80), primary_key=True),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_table(
        "catalogue_load",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
    )


def downgrade() -> None:
    """Drop both tables."""
    op.drop_table("catalogue_load")
    op.drop_table("catalogue_record")
