"""A tip as one person gets it: in their language, with a way to help and a way out, and nothing that names a department."""

from collections.abc import Awaitable, Callable, Iterator

from bot.care.broadcast import Wording
from bot.care.people import Profile
from bot.care.statistics import Asked
from bot.delivery.letters import Letter
from bot.library import Library
from bot.screens import Button, Screen, escape, pack
from storage.ledger import Claim

PREVIEW = "preview"
REMEMBERED = 64  # letters


def zone_in(library: Library) -> Callable[[str | None, str, str | None], str | None]:
    """The time zone of a member as far as it is known: chosen by them, or sure from country and state."""

    def zone(chosen: str | None, country: str, region: str | None) -> str | None:
        return chosen or library.companions.places.sure(Profile(country=country, region=region))

    return zone


def languages_of(library: Library, wording: Wording) -> tuple[str, ...]:
    """The languages a tip goes out in: all of them for one of the library, else those it was written in."""
    if wording.tip:
        return library.sentences.languages
    return tuple(lang for lang in library.sentences.languages if lang in wording.texts)


def letter(
    library: Library, wording: Wording, lang: str, *, preview: bool = False, asks: Asked | None = None
) -> Letter | None:
    """The message. None when the library holds that tip no longer. In a preview the buttons do nothing."""
    words = body(library, wording, lang)
    if words is None:
        return None
    asked = [library.text(f"pulse-ask-{asks.question}", lang)] if asks else []
    text = "\n\n".join([words, *asked, library.text("tip-from", lang)])
    help_tap = pack("tip", PREVIEW if preview else "help")
    stop_tap = pack("tip", PREVIEW if preview else "stop")
    rows = (
        *_answers(library, lang, asks, preview=preview),
        (Button(library.text("tip-help", lang), help_tap),),
        (Button(library.text("tip-stop", lang), stop_tap),),
    )
    return Letter(Screen(text, rows, key="tip-from"), wording.photo)


def composer(
    library: Library, asks: Callable[[int], Awaitable[Asked | None]] | None = None
) -> Callable[[Claim], Awaitable[Letter | None]]:
    """Words a tip for its receiver: in their own language, once a language however many receive it.

    `asks` tells which question a tip carries, if any.
    """
    worded: dict[tuple[int, str], Letter | None] = {}

    async def compose(claimed: Claim) -> Letter | None:
        place = (claimed.broadcast_id, claimed.profile.lang)
        if place not in worded:
            if len(worded) >= REMEMBERED:
                worded.clear()
            asked = await asks(claimed.broadcast_id) if asks else None
            worded[place] = letter(library, Wording.read(claimed.wording), claimed.profile.lang, asks=asked)
        return worded[place]

    return compose


def _answers(
    library: Library, lang: str, asks: Asked | None, *, preview: bool
) -> Iterator[tuple[Button, ...]]:
    if asks is not None:
        quarter = asks.quarter.isoformat()
        yield tuple(
            Button(
                library.text(f"pulse-{answer}", lang),
                pack("tip", PREVIEW) if preview else pack("pulse", quarter, answer),
            )
            for answer in ("yes", "partly", "no")
        )


def body(library: Library, wording: Wording, lang: str) -> str | None:
    """The words of a tip; None when the library holds it no longer."""
    if not wording.tip:
        return wording.said(lang) or None
    tip = next((one for one in library.tips if one.id == wording.tip), None)
    if tip is None:
        return None
    title, text = tip.said(lang)
    return f"<b>{escape(title)}</b>\n\n{escape(text)}"
