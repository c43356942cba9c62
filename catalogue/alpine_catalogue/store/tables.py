"""The tables of the catalogue, the same on SQLite and PostgreSQL."""

from sqlalchemy import JSON, Column, DateTime, Integer, MetaData, String, Table

metadata = MetaData()

records = Table(
    "catalogue_record",
    metadata,
    Column("kind", String(32), primary_key=True),
    Column("id", String(80), primary_key=True),
    Column("body", JSON, nullable=False),
)
"""One row per file. The body is kept whole: the schema of the file is the one description of its fields."""

loads = Table(
    "catalogue_load",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("loaded_at", DateTime(timezone=True), nullable=False),
    Column("digest", String(64), nullable=False),
)
"""When which content was loaded; the newest row says what the readers see."""

words = Table(
    "catalogue_word",
    metadata,
    Column("word", String(120), primary_key=True),
    Column("hubs", Integer, nullable=False),
)
"""Every word of the full-text index, and how many hubs carry it: common words tell little, misspelt ones are looked up
here. The index itself (`catalogue_text`) is made by the migration, since the two databases make it differently."""
