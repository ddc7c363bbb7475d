"""A department's own contacts, its quarters and their one question, its channels."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

WholeNumber = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward."""
    _local_contact()
    _counts()
    _pulse()
    _channels()


def downgrade() -> None:
    """Back."""
    for table in ("channel_post", "channel", "pulse_answered", "pulse", "quarter", "count", "local_contact"):
        op.drop_table(table)


def _local_contact() -> None:
    op.create_table(
        "local_contact",
        sa.Column("id", WholeNumber, nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("kind", "country", "name", "who_answers", "phone", "url", "hours", "privacy")
        ),
        sa.Column("for_family", sa.Boolean(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("checked_by", sa.String(), nullable=False),
        sa.Column("told_on", sa.Date()),
        sa.PrimaryKeyConstraint("id", name="pk_local_contact"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_local_contact_department_id", "local_contact", ["department_id"])


def _counts() -> None:
    op.create_table(
        "count",
        sa.Column("department_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("department_id", "quarter", "what", name="pk_count"),
    )
    seen, said = ("tips", "joined_from", "left_from", "help_from"), ("yes_from", "partly_from", "no_from")
    op.create_table(
        "quarter",
        sa.Column("department_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("quarter", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in seen),
        sa.Column("question", sa.String(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in said),
        sa.PrimaryKeyConstraint("department_id", "quarter", name="pk_quarter"),
    )


def _pulse() -> None:
    op.create_table(
        "pulse",
        sa.Column("department_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.Column("broadcast_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("department_id", "quarter", name="pk_pulse"),
    )
    op.create_table(
        "pulse_answered",
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("pseudonym", "quarter", name="pk_pulse_answered"),
    )


def _channels() -> None:
    op.create_table(
        "channel",
        sa.Column("id", WholeNumber, nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("is_group", sa.Boolean(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("linked_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_channel"),
        sa.UniqueConstraint("chat_id", name="uq_channel_chat_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_channel_department_id", "channel", ["department_id"])
    op.create_table(
        "channel_post",
        sa.Column("broadcast_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("planned_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "channel_id", name="pk_channel_post"),
    )
    op.create_index("ix_channel_post_state", "channel_post", ["state"])
