"""A greeting, thanks, "stop", a feature or a country by its name: typed words that are no question are not searched for."""

from sqlmodel import Session
from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot import handlers
from bot.care.roles import Permission, may
from bot.care.spoken import COUNTRY, SIGNS, Spoken
from bot.context import BotApplication, BotContext
from bot.features import PRIVATE, Command
from bot.menu import back, menu
from bot.screens import Button, Screen, pack
from bot.sentences import ContentError
from storage import check_backs, departments, subscriptions

COMMANDS: tuple[Command, ...] = ()
SAID = {
    "thanks": "spoken-thanks",
    "ok": "spoken-ok",
    "fine": "spoken-fine",
    "answer": "spoken-answer",
    SIGNS: "spoken-signs",
}
SHORTLY = ("thanks", "ok")  # nothing more is asked for: the door to the menu is enough


class Known(filters.MessageFilter):
    """Messages whose meaning we know as a whole; all others are left to the search."""

    def __init__(self, spoken: Spoken) -> None:
        super().__init__()
        self._spoken = spoken

    def filter(self, message: Message) -> bool:
        """Whether this is one."""
        return bool(message.text and self._spoken.meant(message.text))


async def answer(update: Update, ctx: BotContext) -> None:
    """What the message asks for."""
    text = (update.message.text or "") if update.message else ""
    meaning = ctx.services.library.companions.spoken.meant(text)
    if meaning in SAID:
        library, profile = ctx.services.library, ctx.person.profile
        rows = (back(library, profile),) if meaning in SHORTLY else menu(library, profile).buttons
        # A row of signs may be a cry, a lone "yes" the answer to a question of ours: both see whom to call.
        shows = ("lines",) if meaning in (SIGNS, "answer") else ()
        ways = ctx.services.crisis_cards.ways(shows, profile, ctx.services.clock.today(), {})
        words = "\n\n".join([ctx.say(SAID[meaning]), *(way.line for way in ways)])
        await ctx.show(Screen(words, rows, key=SAID[meaning]))
    else:
        named = f"{COUNTRY}:" if meaning.startswith(f"{COUNTRY}:") else meaning
        await handlers.words()[named](update, ctx)


async def stop(_update: Update, ctx: BotContext) -> None:
    """Whatever would come by itself, each with the button that ends it. A promised check-back ends here and now."""
    vault, who = ctx.services.vault, ctx.person.pseudonym

    def look(session: Session) -> tuple[int, list[tuple[str, str]]]:
        found = []
        if subscriptions.find(session, vault, who) is not None:
            found.append(("spoken-stop-practices", pack("prompts", "stop")))
        standings = departments.standings(session, who)
        if any(may(one.role, Permission.LEAVE) for one in standings):
            found.append(("spoken-stop-department", pack("department", "leave")))
        if any(may(one.role, Permission.STEP_DOWN) for one in standings):
            found.append(("spoken-stop-coordinating", pack("department", "show")))
        return check_backs.drop(session, who), found

    dropped, found = await ctx.services.storage.write(look)
    key = "spoken-stop" if found else "spoken-stop-none"
    words = [ctx.say("spoken-stop-promise")] if dropped else []
    rows = tuple((Button(ctx.say(label), data),) for label, data in found)
    erase = (Button(ctx.say("privacy-more-forget"), pack("privacy", "forget-ask")),)
    home = back(ctx.services.library, ctx.person.profile)
    await ctx.show(Screen("\n\n".join([*words, ctx.say(key)]), (*rows, erase, home), key=key))


SPOKEN = {"stop": stop}


def register(app: BotApplication) -> None:
    """Before the search, which takes every other plain text. Raises ContentError for a meaning nobody answers."""
    spoken = app.services.library.companions.spoken
    answered = {*SAID, *handlers.words()}
    if strange := {one for one in spoken.meanings.values() if one.partition(":")[0] not in answered}:
        raise ContentError(f"spoken.toml: nobody answers {sorted(strange)[0]!r}")
    known = Known(spoken)
    app.add_handler(MessageHandler(PRIVATE & filters.TEXT & ~filters.COMMAND & known, answer))
