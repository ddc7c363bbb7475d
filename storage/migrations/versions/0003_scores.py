"""Results of questionnaires, for those who asked us to keep theirs."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

WholeNumber = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "score",
        sa.Column("id", WholeNumber, nullable=False),
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("sealed_score", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_score"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_score_pseudonym", "score", ["pseudonym"])
    op.create_index("ix_score_taken_on", "score", ["taken_on"])


def downgrade() -> None:
    """Back."""
    op.drop_table("score")
