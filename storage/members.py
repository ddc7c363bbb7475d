"""People as far as an answer depends on them: language, country, whose door they came in by. Never who."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import BindParameter, bindparam, exists, literal, update
from sqlalchemy import select as pick
from sqlmodel import Session, col, select

from bot.care.people import Audience, Profile
from storage import tables, this_update
from storage.tables import ConversationRow, MemberRow, table_of
from storage.upsert import insert_or_update
from storage.vault import Vault

_MEMBERS = table_of(MemberRow)
_WHOSE: BindParameter[str] = bindparam("whose")
# Every message asks this, and whether something is open is what its handlers ask next: one statement for both, built once.
_MEETING = pick(
    exists().where(col(ConversationRow.pseudonym) == _WHOSE),
    *(_MEMBERS.c[name] for name in ("lang", "country", "region", "audience")),
).select_from(pick(literal(1).label("one")).subquery().outerjoin(_MEMBERS, _MEMBERS.c.pseudonym == _WHOSE))


@dataclass(frozen=True, slots=True)
class Member:
    """What is known of one person. `timezone` is an IANA name; `sealed_chat` opens with `chat_of`."""

    pseudonym: str
    profile: Profile
    timezone: str | None
    quiet_until: datetime | None
    created_on: date
    seen_on: date
    sealed_chat: bytes | None = field(repr=False)

    def wants_quiet(self, now: datetime) -> bool:
        """Whether nothing may be sent now but what this person asked for."""
        return self.quiet_until is not None and now < self.quiet_until


def meet(session: Session, pseudonym: str) -> Profile | None:
    """What an answer to this person depends on; None for a stranger. Learns for `this_update` whether nothing is open."""
    is_open, lang, country, region, audience = (
        session.connection().execute(_MEETING, {"whose": pseudonym}).one()
    )
    if not is_open:
        this_update.note_nothing_open(session, pseudonym)
    return None if lang is None else Profile(lang, country, region, Audience(audience))


def find(session: Session, pseudonym: str) -> Member | None:
    """None for somebody who never came, or was forgotten."""
    row = session.get(MemberRow, pseudonym)
    return _record(row) if row else None


def find_all(session: Session, pseudonyms: Collection[str]) -> dict[str, Member]:
    """Those of them who are members, by pseudonym; a few thousand at once."""
    rows = session.exec(select(MemberRow).where(col(MemberRow.pseudonym).in_(pseudonyms)))
    return {row.pseudonym: _record(row) for row in rows}


def remember(session: Session, pseudonym: str, profile: Profile, *, today: date) -> None:
    """Keep this profile: a new member, or new answers of a known one."""
    insert_or_update(
        session,
        MemberRow,
        {
            "pseudonym": pseudonym,
            "lang": profile.lang,
            "country": profile.country,
            "region": profile.region,
            "audience": profile.audience.value,
            "created_on": today,
            "seen_on": today,
        },
        changing={"lang", "country", "region", "audience", "seen_on"},
    )


def see(session: Session, pseudonym: str, *, today: date) -> None:
    """A known member was here; nothing happens for a stranger. Once a day is enough (see `Member.seen_on`)."""
    later = col(MemberRow.seen_on) < today
    session.exec(update(MemberRow).where(col(MemberRow.pseudonym) == pseudonym, later).values(seen_on=today))


def set_timezone(session: Session, pseudonym: str, timezone: str | None) -> None:
    """An IANA name such as "America/Chicago"."""
    session.exec(update(MemberRow).where(col(MemberRow.pseudonym) == pseudonym).values(timezone=timezone))


def hush(session: Session, pseudonym: str, profile: Profile, *, until: datetime, today: date) -> None:
    """No tips, broadcasts or exercises until then, rounded up to the hour. Never shortens an earlier one.

    Also keeps the profile of somebody not met before, so that what they sign up for next stays quiet too.
    """
    remember(session, pseudonym, profile, today=today)
    hour = _next_hour(until)
    longer = col(MemberRow.quiet_until).is_(None) | (col(MemberRow.quiet_until) < hour)
    session.exec(
        update(MemberRow).where(col(MemberRow.pseudonym) == pseudonym, longer).values(quiet_until=hour)
    )


def keep_chat(session: Session, vault: Vault, pseudonym: str, chat_id: int) -> None:
    """For a member who asked to be written to."""
    sealed = vault.seal(str(chat_id), place=chat_place(pseudonym))
    session.exec(update(MemberRow).where(col(MemberRow.pseudonym) == pseudonym).values(sealed_chat=sealed))


def drop_chat(session: Session, pseudonym: str) -> None:
    """For a member who wants no more of it, or blocked the bot."""
    session.exec(update(MemberRow).where(col(MemberRow.pseudonym) == pseudonym).values(sealed_chat=None))


def chat_of(vault: Vault, member: Member) -> int | None:
    """Where to write; None when that was not asked for. Raises VaultError."""
    if member.sealed_chat is None:
        return None
    return int(vault.unseal(member.sealed_chat, place=chat_place(member.pseudonym)))


def chat_place(pseudonym: str) -> str:
    """What a member's chat id is sealed for."""
    return tables.place(MemberRow, "sealed_chat", {"pseudonym": pseudonym})


def _next_hour(moment: datetime) -> datetime:
    hour = moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return hour if hour == moment else hour + timedelta(hours=1)


def _record(row: MemberRow) -> Member:
    return Member(
        pseudonym=row.pseudonym,
        profile=Profile(row.lang, row.country, row.region, Audience(row.audience)),
        timezone=row.timezone,
        quiet_until=row.quiet_until,
        created_on=row.created_on,
        seen_on=row.seen_on,
        sealed_chat=row.sealed_chat,
    )
