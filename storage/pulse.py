"""Running totals of a quarter, its one question, and what is published when it is over: once, and never again.

A total holds no person and no time. Taps of coordinators, and of who joined this very month, are not counted: otherwise
somebody could add ten of their own to a number that is hidden under eleven, and see whether it appears.
"""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from bot.care.statistics import Asked, Counted, Quarter, Question, Totals, publish, quarter_of, question_of
from storage import departments
from storage.tables import (
    BroadcastRow,
    CountRow,
    DepartmentRow,
    MembershipRow,
    PulseAnsweredRow,
    PulseRow,
    QuarterRow,
)
from storage.upsert import insert_or_keep

KEPT = 4  # quarters a coordinator sees


def count(session: Session, pseudonym: str, what: Counted, *, today: date) -> bool:
    """One more of it for this person's department; whether it counts. Who it was is forgotten with this call."""
    member = session.get(MembershipRow, pseudonym)
    if member is None or member.since >= today.replace(day=1) or departments.coordinates(session, pseudonym):
        return False
    key = {"department_id": member.department_id, "quarter": quarter_of(today), "what": what.value}
    if not insert_or_keep(session, CountRow, {**key, "total": 1}):
        mine = [col(getattr(CountRow, name)) == value for name, value in key.items()]
        session.exec(update(CountRow).where(*mine).values(total=col(CountRow.total) + 1))
    return True


def asks(session: Session, broadcast_id: int, *, today: date) -> Asked | None:
    """The question this tip carries: the first tip of a department in a quarter asks, and no other."""
    broadcast = session.get(BroadcastRow, broadcast_id)
    if broadcast is None:
        return None
    quarter = quarter_of(today)
    key = {"department_id": broadcast.department_id, "quarter": quarter}
    insert_or_keep(session, PulseRow, {**key, "broadcast_id": broadcast_id})
    row = session.get_one(PulseRow, (broadcast.department_id, quarter))
    return Asked(question_of(quarter), quarter) if row.broadcast_id == broadcast_id else None


def would_ask(session: Session, department_id: int, *, today: date) -> Asked | None:
    """The question a tip would carry if it went out that day, as long as no other goes first."""
    quarter = quarter_of(today)
    asked = session.get(PulseRow, (department_id, quarter))
    return None if asked else Asked(question_of(quarter), quarter)


def answer(session: Session, pseudonym: str, quarter: date, said: Counted, *, today: date) -> bool:
    """Count an answer, once a person and quarter. False when it is too late, was counted, or nobody asked here."""
    member = session.get(MembershipRow, pseudonym)
    if member is None or quarter != quarter_of(today):
        return False
    if session.get(PulseRow, (member.department_id, quarter)) is None:
        return False
    if not insert_or_keep(session, PulseAnsweredRow, {"pseudonym": pseudonym, "quarter": quarter}):
        return False
    count(session, pseudonym, said, today=today)
    return True


def publish_finished(session: Session, *, today: date) -> int:
    """Fix what is told of each quarter that is over and let its totals go. How many quarters were published."""
    last = quarter_of(quarter_of(today) - timedelta(days=1))
    done = 0
    for department in session.exec(select(DepartmentRow).order_by(col(DepartmentRow.id))).all():
        if quarter_of(department.created_on) <= last and not session.get(QuarterRow, (department.id, last)):
            _publish(session, department.id or 0, last, today)
            done += 1
    for row in session.exec(select(CountRow).where(col(CountRow.quarter) <= last)).all():
        session.delete(row)
    session.flush()
    return done


def published(session: Session, department_id: int) -> tuple[Quarter, ...]:
    """The last few quarters, newest first."""
    rows = session.exec(
        select(QuarterRow)
        .where(col(QuarterRow.department_id) == department_id)
        .order_by(col(QuarterRow.quarter).desc())
        .limit(KEPT)
    )
    return tuple(_record(row) for row in rows)


def _publish(session: Session, department_id: int, quarter: date, today: date) -> None:
    rows = session.exec(
        select(CountRow.what, CountRow.total).where(
            col(CountRow.department_id) == department_id, col(CountRow.quarter) == quarter
        )
    )
    counts = {Counted(what): total for what, total in rows}
    began, (first, end) = col(BroadcastRow.began_at), (_midnight(quarter), _midnight(_next(quarter)))
    mine = (col(BroadcastRow.department_id) == department_id, began >= first, began < end)
    tips = session.exec(select(func.count()).where(*mine)).one()
    joined = departments.reach(session, department_id, today=today).least
    before = next(iter(published(session, department_id)), None)
    told = publish(quarter, Totals(joined, tips, counts), before)
    yes, partly, no = told.answers
    session.add(
        QuarterRow(
            department_id=department_id,
            quarter=quarter,
            tips=told.tips,
            joined_from=told.joined,
            left_from=told.left,
            help_from=told.help,
            question=told.question.value,
            yes_from=yes,
            partly_from=partly,
            no_from=no,
        )
    )
    session.flush()


def _next(quarter: date) -> date:
    return quarter_of(quarter + timedelta(days=95))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _record(row: QuarterRow) -> Quarter:
    return Quarter(
        begins=row.quarter,
        tips=row.tips,
        joined=row.joined_from,
        left=row.left_from,
        help=row.help_from,
        question=Question(row.question),
        answers=(row.yes_from, row.partly_from, row.no_from),
    )
