"""Alembic's entry: runs the migrations on the connection that `handoff.migrate` opened."""

from alembic import context

from handoff.migrate import VERSION_TABLE
from handoff.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,  # on both databases: `handoff.engine` starts real transactions on SQLite
)
with context.begin_transaction():
    context.run_migrations()
