"""Language, country and state: chosen by the person, changeable at any time, never guessed from each other."""

from telegram import Update

from bot.care.spoken import COUNTRY
from bot.context import BotApplication, BotContext
from bot.features import Command, add_commands, add_taps
from bot.menu import back, menu
from bot.screens import Button, Screen, pack

COUNTRIES = ("US", "CA", "GB", "IE", "AU", "NZ")
ELSEWHERE = "ZZ"  # ISO 3166's code for "not known": nothing local is shown, only what works in every country


async def ask_language(_update: Update, ctx: BotContext) -> None:
    """/language."""
    languages = ctx.services.library.sentences.languages
    names = [(code, ctx.services.library.text("language-name", code)) for code in languages]
    rows = tuple((Button(name, pack("place", "lang", code)),) for code, name in names)
    await ctx.turn_to(Screen(ctx.say("language-ask"), rows, key="language-ask", meant=_tongues(ctx)))


async def ask_country(_update: Update, ctx: BotContext) -> None:
    """/country."""
    await ctx.turn_to(_countries(ctx, "set"))


async def settings(_update: Update, ctx: BotContext) -> None:
    """/settings: both of them."""
    await _both(ctx)


async def hear(update: Update, ctx: BotContext) -> None:
    """A country named in words: asked about, since the numbers of a crisis card hang on it."""
    said = (update.message.text or "") if update.message else ""
    country = ctx.services.library.companions.spoken.meant(said).removeprefix(f"{COUNTRY}:")
    then = "moved" if await ctx.services.crisis_desk.waits(ctx.person) else "set"  # then the card comes, too
    if country not in COUNTRIES:
        await ctx.turn_to(_countries(ctx, then))
        return
    name = ctx.services.library.country_name(country, ctx.lang)
    yes = (Button(ctx.say("country-help", country=name), pack("place", then, country)),)
    home = back(ctx.services.library, ctx.person.profile)
    meant = {"yes": yes[0].data or "", "go_on": yes[0].data or "", "no": home[0].data or ""}
    await ctx.show(
        Screen(ctx.say("country-named", country=name), (yes, home), key="country-named", meant=meant)
    )


async def choose(update: Update, ctx: BotContext) -> None:
    """A tap on one of these screens."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    library = ctx.services.library
    if step == "lang" and choice in library.sentences.languages:
        await ctx.remember(lang=choice)
        await _done(ctx, "language-set")
    elif step == "set" and choice in (*COUNTRIES, ELSEWHERE):
        await ctx.remember(country=choice)
        await _after_country(ctx, choice)
    elif step == "tongue":
        await _in_their_words(ctx, *choice.partition("~")[::2])
    elif step == "move":
        await ctx.show(
            _countries(ctx, "moved")
        )  # a new message: the card it was asked from keeps its numbers
    elif step == "moved" and choice in (*COUNTRIES, ELSEWHERE):
        await ctx.remember(country=choice)
        await _card_there(ctx)
    elif step == "region" and choice in (*library.regions.get(ctx.person.profile.country, ()), ""):
        await ctx.remember(region=choice or None)
        await _done(ctx, "country-set", country=library.country_name(ctx.person.profile.country, ctx.lang))
    elif step == "country":
        await ask_country(update, ctx)
    else:
        await _both(ctx)


def _countries(ctx: BotContext, step: str) -> Screen:
    named = [(code, ctx.services.library.country_name(code, ctx.lang)) for code in COUNTRIES]
    buttons = [Button(name, pack("place", step, code)) for code, name in named]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    rows.append((Button(ctx.say("country-other"), pack("place", step, ELSEWHERE)),))
    meant = {f"{COUNTRY}:{code}": pack("place", step, code) for code in COUNTRIES}
    meant[f"{COUNTRY}:"] = pack("place", step, ELSEWHERE)
    return Screen(ctx.say("country-ask"), tuple(rows), key="country-ask", meant=meant)


def _tongues(ctx: BotContext) -> dict[str, str]:
    """A language by its name in any language, for who types it."""
    return {f"lang_{code}": pack("place", "lang", code) for code in ctx.services.library.sentences.languages}


async def _in_their_words(ctx: BotContext, lang: str, then: str) -> None:
    """The language somebody wrote in, from now on; what was on the screen is said once more in it."""
    if lang not in ctx.services.library.sentences.languages:
        await _both(ctx)
        return
    await ctx.remember(lang=lang)
    if then == "card":
        await _card_there(ctx)
    step = await ctx.services.crisis_desk.where(ctx.person) if then else None
    if step is not None:
        await ctx.stop_spinner()
        await ctx.services.sender.crisis(ctx.person.chat_id, step)
    elif then != "card":
        await _done(ctx, "language-set")


async def _card_there(ctx: BotContext) -> None:
    await ctx.stop_spinner()
    card = ctx.services.crisis_desk.card(ctx.person, "", asked_for=True)
    if card is not None:
        await ctx.services.sender.crisis(ctx.person.chat_id, card)


async def _after_country(ctx: BotContext, country: str) -> None:
    regions = ctx.services.library.regions.get(country, ())
    if country == ELSEWHERE:
        await _done(ctx, "country-unknown")
        return
    if not regions:
        await _done(ctx, "country-set", country=ctx.services.library.country_name(country, ctx.lang))
        return
    buttons = [Button(region, pack("place", "region", region)) for region in regions]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    rows.append((Button(ctx.say("region-skip"), pack("place", "region")),))
    await ctx.turn_to(Screen(ctx.say("region-ask"), tuple(rows), key="region-ask"))


async def _both(ctx: BotContext) -> None:
    country = ctx.services.library.country_name(ctx.person.profile.country, ctx.lang)
    languages = ctx.services.library.sentences.languages
    others = [code for code in languages if code != ctx.lang]
    rows = tuple(
        (Button(ctx.services.library.text("language-name", code), pack("place", "lang", code)),)
        for code in others
    )
    rows += ((Button(ctx.say("start-country", country=country), pack("place", "country")),),)
    screen = Screen(ctx.say("menu-settings"), rows, key="place", meant=_tongues(ctx))
    await ctx.turn_to(screen.with_rows(back(ctx.services.library, ctx.person.profile)))


async def _done(ctx: BotContext, key: str, **values: object) -> None:
    home = menu(ctx.services.library, ctx.person.profile)
    await ctx.turn_to(Screen(f"{ctx.say(key, **values)}\n\n{home.text}", home.buttons, key=key))


COMMANDS = (
    Command("language", ask_language, also=("idioma",)),
    Command("country", ask_country, also=("pais",)),
    Command("settings", settings, in_menu=False, also=("ajustes", "configuracion")),
)
SPOKEN = {f"{COUNTRY}:": hear}


def register(app: BotApplication) -> None:
    """/language, /country and their buttons."""
    add_commands(app, COMMANDS)
    add_taps(app, "place", choose)
