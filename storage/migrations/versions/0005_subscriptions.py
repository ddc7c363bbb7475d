"""Prompts that people asked to be sent."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "subscription",
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("sealed_wishes", sa.LargeBinary(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("due_at", Moment),
        sa.Column("ready_at", Moment),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("pseudonym", name="pk_subscription"),
    )
    op.create_index("ix_subscription_ready_at", "subscription", ["ready_at"])


def downgrade() -> None:
    """Back."""
    op.drop_table("subscription")
