"""Treatment near a person in the US, from the government's own list, where the operator switched that on."""

from telegram import Update

from bot.context import BotApplication, BotContext
from bot.delivery.treatment import FindTreatment, TreatmentPlace
from bot.features import Command, add_taps
from bot.screens import Button, Screen, pack

IN_A_ROW = 8
KIND = "both"  # what is asked for a need that says nothing


async def choose(_update: Update, ctx: BotContext) -> None:
    """Asks for a state, saying first what goes out; then shows the list, or the plain link when there is none."""
    treatment, tap = ctx.services.treatment, ctx.tap
    if treatment is None or tap is None:
        await ctx.turn_to(_link(ctx, None))
        return
    need, _, state = tap.choice.partition("~")
    if tap.step != "state" or state not in treatment.states:
        await ctx.show(_ask(ctx, treatment, need))  # a new message: the list it was asked from stays
        return
    await ctx.stop_spinner(ctx.say("treatment-looking"))
    found = await treatment.places(state, _kind(ctx, need))
    await ctx.turn_to(_places(ctx, state, found) if found else _link(ctx, treatment))


def _ask(ctx: BotContext, treatment: FindTreatment, need: str) -> Screen:
    buttons = [
        Button(state, pack("treatment", "state", f"{need}~{state}")) for state in sorted(treatment.states)
    ]
    rows = tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))
    says = ["treatment-ask", *(["treatment-ask-state"] if rows else []), "treatment-ask-zip"]
    text = "\n\n".join(ctx.say(key) for key in says)
    return Screen(text, rows, key="treatment-ask").with_rows(*_rows_below(ctx))


def _places(ctx: BotContext, state: str, found: tuple[TreatmentPlace, ...]) -> Screen:
    entries = [_entry(ctx, number, place) for number, place in enumerate(found, 1)]
    text = "\n\n".join([ctx.say("treatment-found", state=state), *entries])
    return Screen(text, key="treatment-found").with_rows(
        _open(ctx, ctx.services.treatment), *_rows_below(ctx)
    )


def _entry(ctx: BotContext, number: int, place: TreatmentPlace) -> str:
    lines = [ctx.say("treatment-place", number=number, name=place.name1, address=place.address)]
    if place.number:
        lines.append(ctx.say("treatment-phone", number=place.number))
    if place.link:
        lines.append(ctx.say("treatment-web", url=place.link))
    return "\n".join(lines)


def _link(ctx: BotContext, treatment: FindTreatment | None) -> Screen:
    screen = Screen(ctx.say("treatment-link"), key="treatment-link")
    return screen.with_rows(_open(ctx, treatment), *_rows_below(ctx))


def _open(ctx: BotContext, treatment: FindTreatment | None) -> tuple[Button, ...]:
    if treatment is not None:
        return (Button(ctx.say("treatment-open"), url=treatment.page()),)
    # an old button, after the operator switched it off
    return (Button(ctx.say("treatment-open"), pack("find", "card", "findtreatment-gov")),)


def _kind(ctx: BotContext, need_id: str) -> str:
    return next((need.treatment for need in ctx.services.library.needs if need.id == need_id), "") or KIND


def _rows_below(ctx: BotContext) -> list[tuple[Button, ...]]:
    needs = Button(ctx.say("find-other-needs"), pack("find", "ask"))
    return [(needs, Button(ctx.say("menu-crisis"), pack("home", "crisis")))]


COMMANDS: tuple[Command, ...] = ()


def register(app: BotApplication) -> None:
    """The buttons of the list; the button that leads here stands below needs of /find."""
    add_taps(app, "treatment", choose)
