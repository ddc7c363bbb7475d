"""The first tables: members, conversations, answered updates, promises to come back."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WholeNumber = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward."""
    _member()
    _conversation()
    _answered_update()
    _check_back()


def downgrade() -> None:
    """Back."""
    for table in ("check_back", "answered_update", "conversation", "member"):
        op.drop_table(table)


def _member() -> None:
    op.create_table(
        "member",
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("region", sa.String()),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("timezone", sa.String()),
        sa.Column("sealed_chat", sa.LargeBinary()),
        sa.Column("quiet_until", Moment),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("pseudonym", name="pk_member"),
    )
    op.create_index("ix_member_seen_on", "member", ["seen_on"])


def _conversation() -> None:
    op.create_table(
        "conversation",
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("flow", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("sealed_answers", sa.LargeBinary(), nullable=False),
        sa.Column("moved_at", Moment, nullable=False),
        sa.Column("expires_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("pseudonym", "flow", name="pk_conversation"),
    )
    op.create_index("ix_conversation_expires_at", "conversation", ["expires_at"])


def _answered_update() -> None:
    op.create_table(
        "answered_update",
        sa.Column("update_id", WholeNumber, nullable=False, autoincrement=False),
        sa.Column("answered_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("update_id", name="pk_answered_update"),
    )
    op.create_index("ix_answered_update_answered_at", "answered_update", ["answered_at"])


def _check_back() -> None:
    op.create_table(
        "check_back",
        sa.Column("id", WholeNumber, nullable=False),
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("sealed_chat", sa.LargeBinary()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("ready_at", Moment),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_check_back"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_check_back_pseudonym_kind", "check_back", ["pseudonym", "kind"])
    op.create_index("ix_check_back_due_at", "check_back", ["due_at"])
    op.create_index("ix_check_back_ready_at", "check_back", ["ready_at"])
