"""What is kept of a finished questionnaire, for those who asked us to keep their results."""

from datetime import date

from sqlmodel import Field

from storage.tables.row import Keep, Owner, Row, WholeNumber


class ScoreRow(Row, table=True):
    """One result of one person: which scale, which version of it, how many points. Never an answer."""

    __tablename__ = "score"
    # Ids are never used twice, so what was sealed for an erased row opens in no later one.
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  SQLAlchemy's own name and form
    owner = Owner.MEMBER
    purpose = "privacy-kept-score"
    retention = Keep("taken_on", days=400)
    dated = "taken_on"
    bound_to = ("pseudonym", "id")

    id: int | None = Field(default=None, primary_key=True, sa_type=WholeNumber)
    pseudonym: str = Field(index=True)
    taken_on: date = Field(index=True)  # a day, on purpose
    sealed_score: bytes
