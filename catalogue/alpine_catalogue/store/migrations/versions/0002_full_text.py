"""A full-text index over the hubs' own words, and the list of these words.

What was loaded before is not in the index, so the next `load` must not take it for the same content.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_SQLITE = """
CREATE VIRTUAL TABLE catalogue_text USING fts5(name, infrastructure, content='', columnsize=0, detail=column)
"""
_POSTGRESQL = (
    "CREATE TABLE catalogue_text (number integer PRIMARY KEY, name tsvector, infrastructure tsvector)",
    "CREATE INDEX catalogue_text_name ON catalogue_text USING gin (name) WITH (fastupdate = off)",
    "CREATE INDEX catalogue_text_infrastructure ON catalogue_text USING gin (infrastructure) WITH (fastupdate = off)",
)


def upgrade() -> None:
    """Create index and word list; forget that anything was loaded."""
    op.create_table(
        "catalogue_word",
        sa.Column("word", sa.String(120), primary_key=True),
        sa.Column("hubs", sa.Integer, nullable=False),
    )
    for statement in [_SQLITE] if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
    op.execute("DELETE FROM catalogue_load")


def downgrade() -> None:
    """Drop both."""
    op.drop_table("catalogue_text")
    op.drop_table("catalogue_word")
