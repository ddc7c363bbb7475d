"""Tips of departments, whom they go to, who watches them, and the trail of what coordinators did."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

WholeNumber = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward."""
    _broadcast()
    _ledger()
    _watch()
    _audit()
    _reach()


def downgrade() -> None:
    """Back."""
    for table in ("reach", "audit", "watch", "ledger", "broadcast"):
        op.drop_table(table)


def _broadcast() -> None:
    op.create_table(
        "broadcast",
        sa.Column("id", WholeNumber, nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("approver", sa.String()),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("waking", sa.Boolean(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("began_at", Moment),
        sa.Column("ended_at", Moment),
        sa.Column("reach_from", sa.Integer(), nullable=False),
        sa.Column("missed_from", sa.Integer(), nullable=False),
        sa.Column("unsure_from", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_broadcast"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_broadcast_department_id", "broadcast", ["department_id"])
    op.create_index("ix_broadcast_state", "broadcast", ["state"])


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("broadcast_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("planned_at", Moment, nullable=False),
        sa.Column("ready_at", Moment),
        sa.Column("kept_until", Moment, nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "pseudonym", name="pk_ledger"),
    )
    op.create_index("ix_ledger_claim", "ledger", ["broadcast_id", "state", "ready_at"])
    op.create_index("ix_ledger_kept_until", "ledger", ["kept_until"])
    op.create_index("ix_ledger_pseudonym", "ledger", ["pseudonym"])


def _watch() -> None:
    op.create_table(
        "watch",
        sa.Column("broadcast_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("since", Moment, nullable=False),
        sa.Column("kept_until", Moment, nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", "pseudonym", name="pk_watch"),
    )
    op.create_index("ix_watch_kept_until", "watch", ["kept_until"])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", WholeNumber, nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("broadcast_id", sa.BigInteger()),
        sa.Column("done_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_department_id", "audit", ["department_id"])
    op.create_index("ix_audit_done_at", "audit", ["done_at"])


def _reach() -> None:
    op.create_table(
        "reach",
        sa.Column("department_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("officers_from", sa.Integer(), nullable=False),
        sa.Column("family_from", sa.Integer(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("department_id", name="pk_reach"),
    )
