"""What is known of a person: changed by that person, seen by the day, quiet when it must be."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.care.people import Audience, Profile
from storage import members
from storage.members import Member
from storage.vault import Vault
from tests.storage.conftest import NOW, TODAY

OFFICER = Profile("es", "US", "Texas", Audience.OFFICER)
LATER = TODAY + timedelta(days=9)


def _found(session: Session, pseudonym: str = "p") -> Member:
    found = members.find(session, pseudonym)
    assert found is not None
    return found


def test_a_stranger_is_nobody(session: Session) -> None:
    assert members.find(session, "p") is None
    members.see(session, "p", today=TODAY)
    assert members.find(session, "p") is None


def test_a_profile_is_remembered_and_changed_and_the_first_day_stays(session: Session) -> None:
    members.remember(session, "p", OFFICER, today=TODAY)
    assert _found(session).profile == OFFICER
    family = Profile("en", "CA", None, Audience.FAMILY)
    members.remember(session, "p", family, today=LATER)
    assert _found(session).profile == family
    assert (_found(session).created_on, _found(session).seen_on) == (TODAY, LATER)


def test_changing_the_profile_keeps_everything_else(session: Session, vault: Vault) -> None:
    members.hush(session, "p", OFFICER, until=NOW, today=TODAY)
    members.set_timezone(session, "p", "America/Chicago")
    members.keep_chat(session, vault, "p", 42)
    before = _found(session)
    members.remember(session, "p", OFFICER, today=TODAY)
    assert _found(session) == before
    assert before.timezone == "America/Chicago"


def test_a_member_is_seen_by_the_day_and_never_earlier(session: Session) -> None:
    members.remember(session, "p", OFFICER, today=TODAY)
    members.see(session, "p", today=LATER)
    members.see(session, "p", today=TODAY)
    assert _found(session).seen_on == LATER


def test_a_chat_is_kept_sealed_and_dropped(session: Session, vault: Vault) -> None:
    members.remember(session, "p", OFFICER, today=TODAY)
    assert members.chat_of(vault, _found(session)) is None
    members.keep_chat(session, vault, "p", -1001234567890)
    found = _found(session)
    assert members.chat_of(vault, found) == -1001234567890
    assert b"1001234567890" not in (found.sealed_chat or b"")
    assert "sealed_chat" not in repr(found)
    members.drop_chat(session, "p")
    assert members.chat_of(vault, _found(session)) is None


@pytest.mark.parametrize("known", [True, False])
def test_quiet_lasts_to_the_next_full_hour_for_members_and_strangers(session: Session, known: bool) -> None:
    if known:
        members.remember(session, "p", OFFICER, today=TODAY)
    members.hush(session, "p", OFFICER, until=NOW + timedelta(hours=72), today=TODAY)
    until = _found(session).quiet_until
    assert until == (NOW + timedelta(hours=73)).replace(minute=0, second=0, microsecond=0)
    assert _found(session).profile == OFFICER
    assert _found(session).wants_quiet(NOW + timedelta(hours=72))
    assert not _found(session).wants_quiet(until)


def test_quiet_is_prolonged_and_never_shortened(session: Session) -> None:
    members.hush(session, "p", OFFICER, until=NOW + timedelta(hours=72), today=TODAY)
    members.hush(session, "p", OFFICER, until=NOW + timedelta(hours=1), today=TODAY)
    assert _found(session).wants_quiet(NOW + timedelta(hours=72))
    members.hush(session, "p", OFFICER, until=NOW + timedelta(hours=90), today=TODAY)
    assert _found(session).wants_quiet(NOW + timedelta(hours=90))


def test_a_full_hour_is_not_rounded_up(session: Session) -> None:
    hour = NOW.replace(minute=0, second=0, microsecond=0)
    members.hush(session, "p", OFFICER, until=hour, today=TODAY)
    assert _found(session).quiet_until == hour
