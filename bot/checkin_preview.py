"""Every screen of the check-in for reviewers: each step, each item, each result, and each way to a person by country."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.care.articles import Article
from bot.care.checkin import Known, State, Station
from bot.care.next_steps import ways
from bot.care.people import Audience, Profile
from bot.care.questionnaires import Questionnaire
from bot.checkin_screens import CheckinScreens, Place
from bot.crisis_card import CrisisCards
from bot.library import Library
from bot.screens import Button, Screen

ASKED = {"incident": "older", "safety": "no"}


def checkin_screens(library: Library, lang: str, now: datetime) -> Iterator[tuple[str, Screen]]:
    """Title and screen, in the order of the file; families where they read something else."""
    screens = CheckinScreens(library, CrisisCards(library))
    for step in screens.flow.steps.values():
        if step.routes or step.enters is not None:
            continue
        for audience in (Audience.OFFICER, Audience.FAMILY):
            if audience is Audience.OFFICER or step.rung or _is_other_for_families(library, step, lang):
                yield from _shown(library, screens, step, Profile(lang=lang, audience=audience), now)


def _shown(
    library: Library, screens: CheckinScreens, step: Station, profile: Profile, now: datetime
) -> Iterator[tuple[str, Screen]]:
    place = Place(State(step.id, ASKED), _known(library, profile), 1)
    title = f"check-in · {step.id} · {profile.audience}"
    if step.asks:
        questionnaire = library.questionnaires[step.asks]
        if profile.lang in questionnaire.languages:
            for at in range(len(questionnaire.items)):
                item = replace(place, state=replace(place.state, at=at))
                yield f"{title} · {at + 1}", screens.screen(profile, item, now)
        else:
            yield title, Screen(f"({step.asks}: {', '.join(questionnaire.languages)})")
    elif step.rung:
        yield from _ways(library, screens, place, profile, now)
    elif step.result:
        yield title, screens.screen(profile, place, now)
        yield from _results(library, screens, place, profile, now)
    else:
        screen = screens.screen(profile, place, now)
        yield title, replace(screen, buttons=screen.buttons + _said_next(screens, step, profile))


def _ways(
    library: Library, screens: CheckinScreens, place: Place, profile: Profile, now: datetime
) -> Iterator[tuple[str, Screen]]:
    written = {name: library.place_or_answer(name, profile.lang) for name in library.articles}
    articles = {name: one for name, one in written.items() if isinstance(one, Article)}
    words = place.state.words(place.known) | {"weighs_drinking", "weighs_theirs"}
    for country in (*library.crisis_places.by_country, "ZZ"):
        there = replace(profile, country=country)
        found = ways(screens.flow.rungs, library.resources.values(), articles, there, words, now.date())
        for rung, way in enumerate(found):
            here = replace(place, way=way, state=replace(place.state, rung=rung))
            title = f"check-in · {place.state.step} · {profile.audience} · {country} {rung + 1}"
            yield title, screens.screen(there, here, now)


def _results(
    library: Library, screens: CheckinScreens, place: Place, profile: Profile, now: datetime
) -> Iterator[tuple[str, Screen]]:
    for questionnaire in library.questionnaires.values():
        for worth in range(max(len(questionnaire.options_of(item)) for item in questionnaire.items)):
            answered = {questionnaire.id: _all_answered(questionnaire, worth)}
            state = replace(place.state, answers=answered)
            title = f"check-in · result · {questionnaire.id}, answers worth {worth}"
            yield title, screens.screen(profile, replace(place, state=state), now)


def _all_answered(questionnaire: Questionnaire, worth: int) -> dict[str, int]:
    given = {}
    for item in questionnaire.items:
        values = sorted(one.value for one in questionnaire.options_of(item))
        safe = [value for value in values if item.safety_from is None or value < item.safety_from]
        given[item.id] = safe[min(worth, len(safe) - 1)]
    return given


def _said_next(screens: CheckinScreens, step: Station, profile: Profile) -> tuple[tuple[Button, ...], ...]:
    """What is said after an answer, and where it leads: for reading, below the answers."""
    rows = []
    for choice in step.choices:
        after = f"{screens.text(choice.says, profile)} " if choice.says else ""
        rows.append((Button(f"{choice.id}: {after}→ {choice.to}"),))
    return tuple(rows)


def _is_other_for_families(library: Library, step: Station, lang: str) -> bool:
    keys = library.sentences.keys[lang]
    own = {choice.id for choice in step.choices if {"family"} & (choice.needs | choice.hidden_from)}
    said = {f"{choice.says}-family" for choice in step.choices}
    return bool(own or said & keys or f"checkin-{step.id.replace('_', '-')}-family" in keys or step.result)


def _known(library: Library, profile: Profile) -> Known:
    words = {profile.audience.value, f"lang_{profile.lang}", "scored", "more_ways", "has_scores"}
    return Known(profile.lang, frozenset(words), library.questionnaires)
