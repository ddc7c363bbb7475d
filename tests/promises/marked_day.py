"""A day in which the same few words and names go through every door the bot has, in every form Telegram knows."""

from dataclasses import dataclass, field
from typing import Any

from bot.care.roles import Role
from bot.sandbox.telegram_shapes import Contact
from tests.broadcast_house import goes_out, link
from tests.chat import Chatter, House
from tests.handlers.checking import answers, to_the_questions
from tests.promises.visiting import Visitors

WORDS = "zebra umbrella cathedral"
NAME = "Quetzalcoatl"
USERNAME = "quetzal_feather"
FIRST_ID = 7_412_306_580
DRAFT = "After a bad call, talk to a velociraptor calendar colleague before you drive home. Ten minutes is enough."
DRAFTED = "velociraptor calendar"
RISK = f"{WORDS} I want to kill myself"


@dataclass
class Day:
    """Who came, so that everybody can be looked for."""

    house: House
    people: list[Chatter] = field(default_factory=list)

    def person(self, lang: str = "en") -> Chatter:
        """One more with the marked names and an id that is seldom."""
        number = FIRST_ID + 7 * len(self.people)
        one = self.house.telegram.person(NAME, user_id=number, language_code=lang, username=USERNAME)
        self.people.append(Chatter(self.house, one))
        return self.people[-1]

    @property
    def secrets(self) -> list[str | int]:
        """All that must be found nowhere."""
        words: list[str | int] = [WORDS, NAME, USERNAME, DRAFTED]
        return words + [one.person.id for one in self.people]

    async def passes(self) -> None:
        """All of it."""
        await self._ordinary()
        await self._check_in()
        await self._plan()
        await self._prompts()
        await self._crisis()
        await self._odd_things()
        await self._in_public()
        visitors = Visitors(WORDS)
        await visitors.everywhere(self.person)

    async def _ordinary(self) -> None:
        one = self.person()
        for words in (
            "/start",
            WORDS,
            f"/find {WORDS}",
            f"/start {WORDS}",
            f"/unknown {WORDS}",
            f"I need {WORDS} help",
        ):
            await one.says(words)
        await one.taps("start-officer")
        message = one.person.messages[1]
        await one.does(one.person.edits(message, f"{WORDS} again"))
        await one.does(one.person.forwards(f"{WORDS} of a friend", origin=NAME))
        await one.says("/export")
        await one.taps("privacy-export-button")

    async def _check_in(self) -> None:
        one = self.person()
        await to_the_questions(one)
        await one.taps("checkin-ok")
        await answers(one, *("Not at all",) * 3)
        await one.says(WORDS)
        await answers(one, "Not at all")
        await one.says(f"{WORDS} happened tonight")
        other = self.person()
        await other.says("/check")
        await other.taps("checkin-hello.vent")
        await other.says(f"{WORDS}, all of it, for weeks")

    async def _plan(self) -> None:
        one = self.person()
        await one.says("/plan")
        await one.taps("plan-begin.start")
        await one.says(f"{WORDS} after work")
        await one.taps("plan-next")
        await one.says(f"{NAME} 303 555 0100")

    async def _prompts(self) -> None:
        one = self.person()
        await one.says("/prompts")
        for data in ("wish:begin", "wish:zone:America/Denver~begin", "wish:set:540-660~begin"):
            await one.does(one.person.taps(data, anyway=True))
            await one.says(WORDS)

    async def _crisis(self) -> None:
        for words in (RISK, f"my wife says she wants to die {WORDS}", f"{WORDS} no puedo más, quiero morir"):
            one = self.person()
            await one.says(words)
            await one.says(WORDS)

    async def _odd_things(self) -> None:
        one = self.person()
        person = one.person
        for deed in (
            person.sends_photo(WORDS),
            person.sends_photo(RISK),
            person.sends_voice(),
            person.sends_sticker(),
            person.sends_document(f"{WORDS}.pdf", WORDS.encode(), WORDS),
            person.sends_contact(),
            person.sends_location(),
        ):
            await one.does(deed)
        for content in self._extras():
            person._send(**content)
            await self.house.telegram.idle()
        for kind, payload in self._updates(one).items():
            person.update(kind, payload)
            await self.house.telegram.idle()
        await one.does(person.blocks())
        await one.does(person.unblocks())

    @staticmethod
    def _extras() -> list[dict[str, Any]]:
        poll = {
            "id": "1", "question": WORDS, "options": [{"text": WORDS, "voter_count": 0}] * 2, "total_voter_count": 0,
            "is_closed": False, "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
        }  # fmt: skip
        return [
            {"extra": {"poll": poll}},
            {"extra": {"poll": {"question": RISK}}},  # nothing can read this one
            {"extra": {"voice": WORDS}},
            {"extra": {"entities": [{"type": WORDS, "offset": -1, "length": 10**12}]}, "text": WORDS},
            {"contact": Contact("+1 555 010 0199", NAME, WORDS, f"BEGIN:VCARD\n{WORDS}")},
            {
                "extra": {
                    "venue": {
                        "location": {"latitude": 1.0, "longitude": 1.0},
                        "title": WORDS,
                        "address": WORDS,
                    }
                }
            },
            {"extra": {"dice": {"emoji": "x", "value": 1}}, "text": WORDS},
        ]

    @staticmethod
    def _updates(one: Chatter) -> dict[str, dict[str, Any]]:
        user, chat = one.person.user, one.person.chat.as_api()
        message = {"message_id": 5, "date": 1, "chat": chat, "text": WORDS}
        return {
            "inline_query": {"id": "7", "query": WORDS, "offset": ""},
            "poll_answer": {"poll_id": WORDS, "user": user, "option_ids": [1]},
            "business_message": message,
            "edited_message": {**message, "edit_date": 1},
            "message": {**message, "date": WORDS},
            "callback_query": {
                "id": "9",
                "chat_instance": "1",
                "data": WORDS[:20],
                "message": {**message, "date": 0},
            },
            "chat_join_request": {"chat": chat, "user_chat_id": one.person.id, "date": 1, "bio": WORDS},
        }

    async def _in_public(self) -> None:
        one = self.person()
        group = await one.person.adds_to_group(f"{WORDS} of {NAME}")
        await one.person.says(f"@{self.house.telegram.username} {RISK}", chat=group)
        await one.person.says(f"/find {WORDS}", chat=group)
        await self.house.telegram.idle()

    async def department(self, *, second: bool) -> None:
        """A coordinator writes a tip and hands it in. With a `second` one it waits for approval, else it goes out."""
        chief = await self._joins(Role.COORDINATOR, "department-accept")
        if second:
            await self._joins(Role.COORDINATOR, "department-accept")
        await self._joins(Role.MEMBER, "department-join-officer")
        await self._joins(Role.MEMBER, "department-join-family")
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says(DRAFT)
        await chief.taps("broadcast-go-on")
        await chief.taps("tip-topic-after-incident")
        await chief.taps("broadcast-to-both")
        await chief.taps("broadcast-at-now")
        await chief.taps("broadcast-hand-in" if second else "broadcast-send")
        await goes_out(self.house)

    async def _joins(self, role: Role, answer: str) -> Chatter:
        one = self.person()
        await one.says(f"/start {await link(self.house, role)}")
        await one.taps(answer)
        return one
