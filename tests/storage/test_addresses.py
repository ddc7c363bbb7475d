"""A chat id is kept while somebody's sign-up needs it, and not a write longer."""

from datetime import date

from sqlmodel import Session

from bot.care.people import Audience, Profile
from storage import addresses, departments, members
from storage.database import Storage
from storage.tables import MembershipRow
from storage.vault import Vault

PSEUDONYM = "a" * 32
TODAY = date(2026, 11, 23)


async def _signed_up(storage: Storage, vault: Vault) -> None:
    def sign_up(session: Session) -> None:
        members.remember(session, PSEUDONYM, Profile(), today=TODAY)
        addresses.keep(session, vault, PSEUDONYM, 4242)
        session.add(
            MembershipRow(pseudonym=PSEUDONYM, department_id=1, audience=Audience.OFFICER.value, since=TODAY)
        )

    await storage.write(sign_up)


async def _chat(storage: Storage, vault: Vault) -> int | None:
    member = await storage.read(lambda session: members.find(session, PSEUDONYM))
    assert member is not None
    return members.chat_of(vault, member)


async def test_the_chat_id_stays_while_a_sign_up_needs_it(storage: Storage, vault: Vault) -> None:
    await _signed_up(storage, vault)
    assert not await storage.write(lambda session: addresses.drop_if_unneeded(session, PSEUDONYM))
    assert await _chat(storage, vault) == 4242


async def test_with_the_last_sign_up_the_chat_id_goes(storage: Storage, vault: Vault) -> None:
    await _signed_up(storage, vault)
    await storage.write(lambda session: departments.leave(session, PSEUDONYM))
    assert await storage.write(lambda session: addresses.drop_if_unneeded(session, PSEUDONYM))
    assert await _chat(storage, vault) is None


async def test_whoever_blocks_us_is_written_to_no_more(storage: Storage, vault: Vault) -> None:
    await _signed_up(storage, vault)
    await storage.write(lambda session: addresses.lost(session, PSEUDONYM))
    assert await _chat(storage, vault) is None
