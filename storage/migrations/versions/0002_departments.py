"""Departments, their links, who joined and who coordinates."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

WholeNumber = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward."""
    _department()
    _invitation()
    _membership()
    _role()


def downgrade() -> None:
    """Back."""
    for table in ("role", "membership", "invitation", "department"):
        op.drop_table(table)


def _department() -> None:
    op.create_table(
        "department",
        sa.Column("id", WholeNumber, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("reach_from", sa.Integer(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_department"),
        sa.UniqueConstraint("title", name="uq_department_title"),
    )


def _invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("hashed_code", sa.String(), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("expires_at", Moment),
        sa.Column("single_use", sa.Boolean(), nullable=False),
        sa.Column("used_at", Moment),
        sa.Column("revoked_at", Moment),
        sa.PrimaryKeyConstraint("hashed_code", name="pk_invitation"),
    )
    op.create_index("ix_invitation_department_id", "invitation", ["department_id"])


def _membership() -> None:
    op.create_table(
        "membership",
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("pseudonym", name="pk_membership"),
    )
    op.create_index("ix_membership_department_id", "membership", ["department_id"])


def _role() -> None:
    op.create_table(
        "role",
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("pseudonym", "department_id", name="pk_role"),
    )
