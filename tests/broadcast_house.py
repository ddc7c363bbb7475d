"""A department with coordinators and members in a running house, for everything about tips."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from bot.care.roles import Role
from bot.clock import Clock
from storage import departments
from storage.broadcasts import Broadcast, recent
from storage.tables import LedgerRow
from tests.chat import Chatter, Hands, House, open_house

METRO = "Metro PD"


class Walking(Hands):
    """The date stands until a test moves it; the seconds of the pace run, or bulk would wait for ever."""

    def clock(self) -> Clock:
        return Clock(now=lambda: self.at, monotonic=time.monotonic)


@asynccontextmanager
async def department_house(folder: Path, **given: Any) -> AsyncIterator[House]:
    """A house whose pace runs."""
    async with open_house(folder, Walking(), **given) as house:
        yield house


async def link(house: House, role: Role, name: str = METRO) -> str:
    """The code of a fresh link."""
    services = house.bot.services
    now = services.clock.now()

    def make(session: Session) -> str:
        department = departments.establish(session, name, today=now.date())
        return departments.invite(session, services.vault, department.id, role, now=now)

    return await services.storage.write(make)


async def coordinator(house: House, name: str = "Jo", department: str = METRO, lang: str = "en") -> Chatter:
    """Somebody who accepted a coordinator's link."""
    chief = house.person(name, lang)
    await chief.says(f"/start {await link(house, Role.COORDINATOR, department)}")
    await chief.taps("department-accept")
    chief.sees("department-accepted")
    return chief


async def member(
    house: House, name: str, *, lang: str = "en", department: str = METRO, family: bool = False
) -> Chatter:
    """Somebody who joined."""
    one = house.person(name, lang)
    await one.says(f"/start {await link(house, Role.MEMBER, department)}")
    await one.taps("department-join-family" if family else "department-join-officer")
    one.sees("department-joined")
    return one


async def library_tip(
    chief: Chatter, audience: str = "broadcast-to-both", when: str = "broadcast-at-now"
) -> None:
    """From /broadcast to the last question, with a tip both may get."""
    library = chief.house.bot.services.library
    tip = next(one for one in library.tips if one.audience == "both")
    lang = library.sentences.speaks(chief.person.user.get("language_code"))
    await chief.says("/broadcast")
    await chief.taps("broadcast-library")
    await chief.taps(library.text(f"tip-topic-{tip.topic.value.replace('_', '-')}", lang))
    await chief.taps(tip.said(lang)[0])
    await chief.taps("broadcast-use")
    await chief.taps(audience)
    await chief.taps(when)
    chief.sees("broadcast-confirm")


async def ledger_of(house: House, broadcast_id: int = 1) -> dict[str, str]:
    """Everybody's state, by pseudonym."""

    def read(session: Session) -> dict[str, str]:
        rows = session.exec(select(LedgerRow).where(LedgerRow.broadcast_id == broadcast_id))
        return {row.pseudonym: row.state for row in rows}

    return await house.bot.services.storage.read(read)


async def newest(house: House, department_id: int = 1) -> Broadcast:
    """The department's newest tip."""
    found = await house.bot.services.storage.read(lambda session: recent(session, department_id))
    return found[0]


def pseudonym(one: Chatter) -> str:
    """What storage calls them."""
    return one.house.bot.services.vault.pseudonym(one.person.id)


def got(one: Chatter) -> list[str]:
    """The tips that arrived: messages that say where they come from."""
    library = one.house.bot.services.library
    feet = [library.text("tip-from", lang).removeprefix("<i>").removesuffix("</i>") for lang in ("en", "es")]
    return [
        message.text
        for message in one.person.received
        if any(foot in message.text for foot in feet)
        and not any(button.data == "tip:preview" for row in message.buttons for button in row)
    ]


async def goes_out(house: House, seconds: float = 30) -> None:
    """Time passes until everything due has left and every screen says so."""
    await house.time_passes(timedelta(seconds=1))
    await house.time_passes(timedelta(seconds=seconds))
    await house.time_passes(timedelta(seconds=seconds))
