"""Alembic's entry: runs the catalogue's migrations on the connection that `migrate.py` hands over."""

from alembic import context

from alpine_catalogue.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, version_table="catalogue_version")
with context.begin_transaction():
    context.run_migrations()
