"""Plain words that are no question: a goodbye, good news, chatter, or a place for the list shown a moment ago."""

from dataclasses import replace

from bot.care.risk import Action
from bot.context import BotContext

PLACE = "place"  # in `Screen.meant`: the list again, for another place
TALK = {"bye": "talk-bye", "news": "talk-news", "hello": "talk-hello"}
CHATTER = 90  # characters; longer is something somebody wants to say


def placed(ctx: BotContext, said: str) -> str:
    """A state or city alone, after a list: data of the same list for there. Kept for this answer only; else ""."""
    shown, profile = ctx.services.sender.on_screen.now(ctx.person.chat_id), ctx.person.profile
    region = ctx.services.library.companions.moves.region(said, profile.country)
    if shown is None or PLACE not in shown.meant or not region:
        return ""
    ctx.person = replace(ctx.person, profile=replace(profile, region=region))
    return shown.meant[PLACE]


def small_talk(ctx: BotContext, said: str) -> str:
    """A goodbye or good news, when nothing in it sounds low: the key of a short answer, or ""."""
    talk = ctx.services.library.companions.moves.talk(said)
    return TALK[talk] if talk and ctx.verdict.action is Action.PASS else ""


def is_chatter(ctx: BotContext, said: str) -> bool:
    """Whether this is said rather than asked, and nothing in it sounds low."""
    plain = ctx.verdict.action is Action.PASS and not ctx.verdict.topic
    library = ctx.services.library
    wary = library.companions.moves.is_wary_of(said)
    return plain and not wary and len(said) <= CHATTER and not library.typed.asks(said)
