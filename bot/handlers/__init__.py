"""The features, in order. The command menu, /help and the registration of handlers all come from this list."""

from functools import cache
from typing import cast

from bot.features import Command, Feature, Handler
from bot.handlers import (
    broadcast,
    broadcast_run,
    calm,
    channels,
    checkin,
    crisis,
    department,
    errors,
    fallback,
    family,
    find,
    help,  # noqa: A004  # the command's own name
    library_shelf,
    local_contacts,
    members,
    place,
    plan,
    plan_again,
    privacy,
    prompts,
    prompts_course,
    prompts_rota,
    prompts_setup,
    prompts_typed,
    safety,
    spoken,
    start,
    stats,
    treatment,
    trend,
    typed_taps,
)

FEATURES = cast(
    "tuple[Feature, ...]",
    # safety is first and alone in its group; fallback takes what nobody else did, so it is last
    (safety, members, typed_taps, spoken, start, help, find, checkin, calm, prompts, prompts_typed, prompts_setup,
     prompts_rota, prompts_course, library_shelf, treatment, trend, plan, plan_again, crisis, family, place, privacy,
     department, broadcast, broadcast_run, local_contacts, stats, channels, errors, fallback),
)  # fmt: skip


def commands() -> tuple[Command, ...]:
    """Every command there is, in the order of the menu."""
    return tuple(command for feature in FEATURES for command in feature.COMMANDS)


@cache
def words() -> dict[str, Handler]:
    """Who answers which meaning of spoken.toml: every command by its name, then what features list in SPOKEN."""
    found = {command.name: command.answer for command in commands()}
    for feature in FEATURES:
        found |= getattr(feature, "SPOKEN", {})
    return found
