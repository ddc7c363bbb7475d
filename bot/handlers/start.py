"""The door: what this is, who sees what, and who you are. Refusing all of it still gives help."""

from telegram import Update

from bot.care.people import Audience
from bot.context import BotApplication, BotContext
from bot.features import Command, add_commands, add_taps
from bot.menu import menu
from bot.screens import Button, Screen, pack


async def welcome(_update: Update, ctx: BotContext) -> None:
    """/start: two lines of what this is and how private it is, then one question."""
    await ctx.show(_welcome(ctx))


async def choose(_update: Update, ctx: BotContext) -> None:
    """Who you are, in one tap; or another language before that."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    if step == "lang" and choice in ctx.services.library.sentences.languages:
        await ctx.remember(lang=choice)
        await ctx.turn_to(_welcome(ctx))
    elif step == "who" and choice in set(Audience):
        await ctx.remember(audience=choice)
        await ctx.turn_to(menu(ctx.services.library, ctx.person.profile))
    elif step == "skip":
        await ctx.turn_to(menu(ctx.services.library, ctx.person.profile))
    else:
        await ctx.turn_to(_welcome(ctx))


async def go_home(_update: Update, ctx: BotContext) -> None:
    """The menu, or the crisis card from it."""
    if ctx.tap is not None and ctx.tap.step == "crisis":
        await show_crisis(ctx)
    else:
        await ctx.turn_to(menu(ctx.services.library, ctx.person.profile))


async def come_in(update: Update, ctx: BotContext) -> None:
    """ "Menu", "start over": the door for somebody new, the menu for everybody else."""
    if ctx.person.profile.audience is Audience.UNKNOWN:
        await welcome(update, ctx)
    else:
        await go_home(update, ctx)


async def greet(update: Update, ctx: BotContext) -> None:
    """ "Hi": the same, and the greeting returned."""
    if ctx.person.profile.audience is Audience.UNKNOWN:
        await welcome(update, ctx)
    else:
        rows = menu(ctx.services.library, ctx.person.profile).buttons
        await ctx.show(Screen(ctx.say("spoken-hello"), rows, key="spoken-hello"))


async def show_crisis(ctx: BotContext) -> None:
    """The card, asked for, and the first small step after it."""
    await ctx.stop_spinner()
    for screen in await ctx.services.crisis_desk.asked_for(ctx.person):
        await ctx.services.sender.crisis(ctx.person.chat_id, screen)


def _welcome(ctx: BotContext) -> Screen:
    library, profile = ctx.services.library, ctx.person.profile
    country = library.country_name(profile.country, profile.lang)
    languages = library.sentences.languages
    other = languages[(languages.index(profile.lang) + 1) % len(languages)]
    rows = (
        (Button(ctx.say("start-officer"), pack("start", "who", "officer")),),
        (Button(ctx.say("start-family"), pack("start", "who", "family")),),
        (Button(ctx.say("start-department"), pack("start", "who", "department")),),
        (Button(ctx.say("start-skip"), pack("start", "skip")),),
        (
            Button(ctx.say("start-language"), pack("start", "lang", other)),
            Button(ctx.say("start-country", country=country), pack("place", "country")),
        ),
    )
    meant = {f"lang_{code}": pack("start", "lang", code) for code in languages}
    text = f"{ctx.say('start-welcome')}\n\n{ctx.say('start-who')}"
    return Screen(text, rows, key="start-welcome", meant=meant)


COMMANDS = (Command("start", welcome), Command("menu", come_in, in_menu=False, also=("inicio", "home")))
SPOKEN = {"start": come_in, "hello": greet}


def register(app: BotApplication) -> None:
    """/start and the buttons of the door and the menu."""
    add_commands(app, COMMANDS)
    add_taps(app, "start", choose)
    add_taps(app, "home", go_home)
