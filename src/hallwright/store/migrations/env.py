"""Alembic's entry: runs the scripts on the connection, and inside the transaction, that the program hands over."""

from alembic import context

from hallwright.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
