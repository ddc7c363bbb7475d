"""What is read about tips, for reviewers: every tip as it arrives, every finding as it is explained."""

from collections.abc import Iterator

from bot.broadcast_letters import letter
from bot.broadcast_screens import BroadcastScreens
from bot.care.broadcast import Wording
from bot.care.people import Audience, Profile
from bot.care.safe_messaging import Finding
from bot.drafts import At, Draft
from bot.library import Library
from bot.screens import Screen


def tip_screens(library: Library, lang: str) -> Iterator[tuple[str, Screen]]:
    """Every tip of the library, as it arrives."""
    for tip in library.tips:
        found = letter(library, Wording(tip=tip.id), lang)
        if found is not None:
            yield f"{tip.topic} · {tip.audience} · {tip.id}", found.screen


def finding_screens(library: Library, lang: str) -> Iterator[tuple[str, Screen]]:
    """Every finding of the safe-messaging rules."""
    screens, profile = BroadcastScreens(library), Profile(lang=lang, audience=Audience.DEPARTMENT)
    draft = Draft(department_id=0, lang=lang, step=At.FINDINGS)
    for rule in library.linter.rules:
        yield rule, screens.finding(draft, Finding(rule, "…", blocks=True), 1, profile)
