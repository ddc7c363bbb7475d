"""Alembic's way in: the connection and transaction of `storage.migrations`, never one of its own."""

from alembic import context

from storage.tables import Row

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Row.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,  # SQLite can; the whole upgrade stands or falls together
)
with context.begin_transaction():
    context.run_migrations()
