"""The words of a department's tip are sealed until it has gone out. Tips that were waiting are written again."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

COUNTS_ON = {"sqlite_autoincrement": True}


def upgrade() -> None:
    """Forward: what cannot be sealed here, without a key, is let go, and such a tip is cancelled."""
    _cancel_open()
    with op.batch_alter_table("broadcast", table_kwargs=COUNTS_ON) as table:
        table.add_column(sa.Column("sealed_wording", sa.LargeBinary()))
        table.drop_column("wording")


def downgrade() -> None:
    """Back."""
    _cancel_open()
    with op.batch_alter_table("broadcast", table_kwargs=COUNTS_ON) as table:
        table.add_column(sa.Column("wording", sa.String(), nullable=False, server_default=""))
        table.drop_column("sealed_wording")


def _cancel_open() -> None:
    op.execute(
        "UPDATE broadcast SET state = 'cancelled' WHERE state IN ('waiting', 'scheduled', 'running', 'paused')"
    )
