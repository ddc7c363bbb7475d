"""Results somebody asked us to keep: scale, version, day and points, sealed for that person alone."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete
from sqlmodel import Session, col, select

from storage import tables
from storage.tables import ScoreRow
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Score:
    """One kept result. `scale` is the id of a scale of a questionnaire (`Scored.scale`)."""

    scale: str
    version: str
    points: int
    taken_on: date


def keep(session: Session, vault: Vault, pseudonym: str, scores: Iterable[Score]) -> None:
    """Keep these. Only with the person's own yes, given for this result; what is kept of that day already is replaced."""
    for score in scores:
        for row in _rows(session, pseudonym):
            if row.taken_on == score.taken_on and _read(vault, row).scale == score.scale:
                session.delete(row)
        row = ScoreRow(pseudonym=pseudonym, taken_on=score.taken_on, sealed_score=b"")
        session.add(row)
        session.flush()
        row.sealed_score = vault.seal(_json(score), place=_place(row))
    session.flush()


def find(session: Session, vault: Vault, pseudonym: str) -> tuple[Score, ...]:
    """All that is kept of this person, oldest first. Raises VaultError."""
    return tuple(_read(vault, row) for row in _rows(session, pseudonym))


def has(session: Session, pseudonym: str) -> bool:
    """Whether anything is kept."""
    mine = select(ScoreRow.id).where(col(ScoreRow.pseudonym) == pseudonym).limit(1)
    return session.exec(mine).first() is not None


def erase(session: Session, pseudonym: str) -> int:
    """All of it, gone; how many."""
    return session.exec(delete(ScoreRow).where(col(ScoreRow.pseudonym) == pseudonym)).rowcount


def _rows(session: Session, pseudonym: str) -> list[ScoreRow]:
    mine = select(ScoreRow).where(col(ScoreRow.pseudonym) == pseudonym)
    return list(session.exec(mine.order_by(col(ScoreRow.taken_on), col(ScoreRow.id))))


def _read(vault: Vault, row: ScoreRow) -> Score:
    kept = json.loads(vault.unseal(row.sealed_score, place=_place(row)))
    return Score(kept["scale"], kept["version"], int(kept["points"]), row.taken_on)


def _json(score: Score) -> str:
    return json.dumps({"scale": score.scale, "version": score.version, "points": score.points})


def _place(row: ScoreRow) -> str:
    return tables.place(ScoreRow, "sealed_score", {"pseudonym": row.pseudonym, "id": row.id})
