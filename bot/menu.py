"""The menu a person comes back to, by the door they came in."""

from bot.care.people import Audience, Profile
from bot.library import Library
from bot.screens import Button, Screen, pack

ROWS: dict[Audience, tuple[tuple[str, str], ...]] = {
    Audience.OFFICER: (
        ("menu-find", "find:ask"),
        ("menu-crisis", "home:crisis"),
        ("menu-check", "check:open"),
        ("menu-calm", "calm:now:sigh"),
        ("menu-prompts", "prompts:show"),
        ("menu-worried-colleague", "family:worried"),
        ("menu-library", "shelf:show"),
        ("menu-privacy", "privacy:show"),
        ("menu-settings", "place:show"),
    ),
    Audience.FAMILY: (
        ("menu-worried", "family:worried"),
        ("menu-find", "find:ask"),
        ("menu-crisis", "home:crisis"),
        ("menu-check", "check:open"),
        ("menu-calm", "calm:now:sigh"),
        ("menu-prompts", "prompts:show"),
        ("menu-library", "shelf:show"),
        ("menu-privacy", "privacy:show"),
        ("menu-settings", "place:show"),
    ),
    Audience.DEPARTMENT: (
        ("menu-find", "find:ask"),
        ("menu-worried-colleague", "family:worried"),
        ("menu-crisis", "home:crisis"),
        ("menu-library", "shelf:show"),
        ("menu-privacy", "privacy:show"),
        ("menu-settings", "place:show"),
    ),
    Audience.UNKNOWN: (
        ("menu-find", "find:ask"),
        ("menu-crisis", "home:crisis"),
        ("menu-check", "check:open"),
        ("menu-calm", "calm:now:sigh"),
        ("menu-prompts", "prompts:show"),
        ("menu-worried", "family:worried"),
        ("menu-library", "shelf:show"),
        ("menu-privacy", "privacy:show"),
        ("menu-settings", "place:show"),
    ),
}


def menu(library: Library, profile: Profile) -> Screen:
    """What can be done from here."""
    lang = profile.lang
    text = f"{library.text(f'home-{profile.audience}', lang)}\n\n{library.text('home-hint', lang)}"
    rows = tuple((Button(library.text(key, lang), data),) for key, data in ROWS[profile.audience])
    return Screen(text, rows, key="home")


def back(library: Library, profile: Profile) -> tuple[Button, ...]:
    """The row that leads to the menu."""
    return (Button(library.text("menu-home", profile.lang), pack("home", "show")),)
