"""Every screen in every language on one HTML page, for reviewers: no bot, no database, no network."""

import html
from collections.abc import Iterator
from pathlib import Path

from bot.calm_screens import CalmScreens, Stand
from bot.care.breathing import frames
from bot.care.needs import offered, shelves
from bot.care.people import Audience, Profile
from bot.care.plan import NAME, PARTS, STEPS, Plan
from bot.care.schedule_course import Part, Step
from bot.care.wording import said
from bot.checkin_preview import checkin_screens
from bot.clock import Clock
from bot.crisis_card import CrisisCards
from bot.crisis_openings import OPENING
from bot.crisis_steps import CLEAR, step_key
from bot.department_preview import department_screens
from bot.library import Library, open_library
from bot.menu import menu
from bot.plan_screens import PlanScreens
from bot.prompt_home import intro
from bot.prompt_screens import course_screen, practice_screen, still_wanted
from bot.resource_cards import ResourceCards
from bot.screens import Button, PhoneCard, Screen
from bot.tip_preview import finding_screens, tip_screens

STYLE = """
body{font:16px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;background:#eef1f4;color:#16202a}
h2{margin-top:3rem}section{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:1rem}
article{background:#fff;border-radius:12px;padding:.8rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere}
article>small{color:#5a6772;display:block;white-space:normal}ul{list-style:none;margin:.6rem 0 0;padding:0}
li{background:#e4edf5;border-radius:8px;padding:.35rem .6rem;margin:.25rem 0;font-size:.92em}
@media(prefers-color-scheme:dark){body{background:#0f151b;color:#e6ecf1}article{background:#1b242d}li{background:#263340}}
"""


def write_preview(file: Path, clock: Clock | None = None) -> int:
    """Write the page; returns how many screens are on it."""
    library = open_library()
    parts, count = [], 0
    for lang in library.sentences.languages:
        parts.append(f"<h1 lang={lang}>{html.escape(library.text('language-name', lang))}</h1>")
        for title, screens in _chapters(library, lang, clock or Clock()):
            found = list(screens)
            count += len(found)
            parts.append(
                f"<h2>{html.escape(title)}</h2><section lang={lang}>{''.join(map(_article, found))}</section>"
            )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_page("\n".join(parts)), encoding="utf-8")
    return count


def _chapters(
    library: Library, lang: str, clock: Clock
) -> Iterator[tuple[str, Iterator[tuple[str, Screen]]]]:
    yield "Menus", _menus(library, lang)
    yield "Crisis cards", _crisis_cards(library, lang, clock)
    yield "Crisis protocol, step by step", _steps(library, lang, clock)
    yield "Check-in, step by step", checkin_screens(library, lang, clock.now())
    yield "My plan", _plan(library, lang, clock)
    yield "Questionnaires, word for word, and what is said of their results", _questionnaires(library, lang)
    yield "Departments: contacts, numbers, channels", department_screens(library, lang, clock.now())
    yield "Needs of /find", _needs(library, lang, clock)
    yield "Shelves of /library", _shelves(library, lang, clock)
    yield "Treatment near you, where the operator switched it on", _treatment(library, lang)
    yield "Practices of /calm", _calm(library, lang, clock)
    yield "Prompts people ask for, and the eight weeks", _prompts(library, lang)
    yield "Tips of departments, as they arrive", tip_screens(library, lang)
    yield "What is found in a department's own words", finding_screens(library, lang)
    yield "Records", _records(library, lang, clock)
    yield "Articles", _articles(library, lang)
    yield "All other sentences", _rest(library, lang)


def _menus(library: Library, lang: str) -> Iterator[tuple[str, Screen]]:
    for audience in Audience:
        yield f"menu of {audience}", menu(library, Profile(lang=lang, audience=audience))


def _crisis_cards(library: Library, lang: str, clock: Clock) -> Iterator[tuple[str, Screen]]:
    cards = CrisisCards(library)
    for country in (*library.crisis_places.by_country, "ZZ"):
        for topic in OPENING:
            profile = Profile(lang=lang, country=country)
            yield f"{country} · {topic or 'oneself'}", cards.card(profile, topic, clock.today())


def _steps(library: Library, lang: str, clock: Clock) -> Iterator[tuple[str, Screen]]:
    cards, profile = CrisisCards(library), Profile(lang=lang)
    for flow in library.flows.values():
        for step in flow.steps.values():
            key = step_key(step)
            shows = [show for show in step.shows if show != CLEAR]
            ways = [way.line for way in cards.ways(shows, profile, clock.today(), {}, flow.path_of(step.id))]
            rows = tuple(
                (Button(f"{library.text(f'{key}.{choice.id}', lang)} → {choice.to}"),)
                for choice in step.choices
            )
            yield f"{flow.id} · {step.id}", Screen("\n\n".join([library.text(key, lang), *ways]), rows)


def _plan(library: Library, lang: str, clock: Clock) -> Iterator[tuple[str, Screen]]:
    entries = {part.id: part.suggestions[:2] for part in PARTS}
    for audience in (Audience.OFFICER, Audience.FAMILY):
        profile = Profile(lang=lang, audience=audience)
        screens = PlanScreens(library, CrisisCards(library), profile, clock.today())
        yield f"{audience} · begin", screens.beginning()
        for step in (*STEPS, NAME):
            yield f"{audience} · {step}", screens.step(Plan(step, entries), 1)
        yield f"{audience} · nothing in it", screens.step(Plan(STEPS[-1]), 1)
    for key in (
        "plan-later",
        "plan-full",
        "plan-too-long",
        "plan-stopped",
        "plan-done",
        "plan-done-unpinned",
        "plan-not-sent",
    ):
        yield key, Screen(library.text(key, lang))


def _questionnaires(library: Library, lang: str) -> Iterator[tuple[str, Screen]]:
    for one in library.questionnaires.values():
        yield f"{one.id} · before it", Screen(library.text(one.intro, lang))
        for item in one.items:
            rows = tuple(
                (Button(f"{said(option.label, lang)} = {option.value}"),) for option in one.options_of(item)
            )
            yield f"{one.id} · {item.id}", Screen(html.escape(one.asked(item, lang)), rows)
        if one.often_note:
            yield (
                f"{one.id} · points from the first question only",
                Screen(library.text(one.often_note, lang)),
            )
        for scale in one.scales:
            for band in scale.bands:
                short = (Button(library.text(f"{band.says}.short", lang)),)
                yield (
                    f"{one.id} · {scale.id} from {band.score}",
                    Screen(library.text(band.says, lang), (short,)),
                )


def _needs(library: Library, lang: str, clock: Clock) -> Iterator[tuple[str, Screen]]:
    cards = ResourceCards(library)
    for audience in (Audience.OFFICER, Audience.FAMILY, Audience.DEPARTMENT):
        for need in offered(library.needs, audience):
            profile = Profile(lang=lang, audience=audience)
            found = cards.found_for(need, profile, clock.today())
            head = library.text("find-need", lang, need=library.text(f"need-{need.id}", lang))
            yield (
                f"{audience} · {need.id}",
                cards.listing(head, found, profile, clock.today(), now=clock.now()),
            )


def _shelves(library: Library, lang: str, clock: Clock) -> Iterator[tuple[str, Screen]]:
    cards, today = ResourceCards(library), clock.today()
    for audience in (Audience.OFFICER, Audience.FAMILY, Audience.DEPARTMENT):
        for shelf in shelves(library.needs, audience):
            profile = Profile(lang=lang, audience=audience)
            head = library.text("shelf-title", lang, name=library.text(f"need-{shelf.id}", lang))
            found = cards.found_for(shelf, profile, today)
            yield f"{audience} · {shelf.id}", cards.listing(head, found, profile, today, now=clock.now())


def _treatment(library: Library, lang: str) -> Iterator[tuple[str, Screen]]:
    for key in (
        "treatment-ask",
        "treatment-ask-state",
        "treatment-ask-zip",
        "treatment-looking",
        "treatment-link",
    ):
        yield key, Screen(library.text(key, lang))
    places = (
        library.text("treatment-found", lang, state="Ohio"),
        library.text("treatment-place", lang, number=1, name="(name)", address="(address)"),
    )
    yield "treatment-found", Screen("\n\n".join(places))
    yield "treatment-zip", Screen(library.text("treatment-zip", lang, zip="43215"))


def _calm(library: Library, lang: str, clock: Clock) -> Iterator[tuple[str, Screen]]:
    screens, profile = CalmScreens(library), Profile(lang=lang)
    lines = [way.line for way in CrisisCards(library).ways(("lines",), profile, clock.today(), {})]
    yield "the shelf", screens.shelf(profile)
    for tool, technique in library.techniques.items():
        yield tool, screens.card(profile, technique)
        shown = {
            f"{one.phase.says if one.phase else 'ready'} {one.part}": one
            for one in reversed(frames(technique))
        }
        for moment, frame in reversed(shown.items()):
            yield f"{tool} · {moment}", screens.frame(profile, technique, Stand(tool), frame, caution=True)
    sigh, rated = library.techniques["sigh"], Stand("sigh", 0, "7")
    yield "0 to 10 before", screens.rate(profile, sigh)
    yield "0 to 10 after", screens.ended(profile, rated)
    yield from ((f"7, then {after}", screens.compared(profile, rated.at(after))) for after in (4, 8))
    yield "ended", screens.ended(profile, Stand("sigh"))
    yield "stopped", screens.stopped(profile, Stand("sigh"))
    yield "paused", screens.paused(profile, rated)
    yield "crowded", screens.crowded(profile, sigh, Stand("sigh"))
    yield from ((f"{tool} made it worse", screens.worse(profile, tool, lines)) for tool in ("sigh", "ground"))
    yield "people", screens.people(profile, lines)
    yield "done", screens.closed(profile)


def _records(library: Library, lang: str, clock: Clock) -> Iterator[tuple[str, Screen]]:
    cards = ResourceCards(library)
    for resource in library.resources.values():
        yield resource.id, cards.card(resource, Profile(lang=lang), clock.now())


def _articles(library: Library, lang: str) -> Iterator[tuple[str, Screen]]:
    cards = ResourceCards(library)
    for name, written in library.articles.items():
        yield name, cards.page(written[lang], Profile(lang=lang))


def _prompts(library: Library, lang: str) -> Iterator[tuple[str, Screen]]:
    yield "what they are", intro(library, Profile(lang=lang))
    for practice in library.practices:
        yield practice.id, practice_screen(library, lang, practice)
    yield "after 30 days of silence", still_wanted(library, lang)
    for part in (Part.OPENING, Part.MISSED):
        for week in library.programme.week:
            yield (
                f"{part}, week {week.number}",
                course_screen(library, lang, Step(part, week.number, 0, None)),
            )
    yield "the end", course_screen(library, lang, Step(Part.END, 8, 0, None))


def _rest(library: Library, lang: str) -> Iterator[tuple[str, Screen]]:
    shown = ("plan-", "score-", "crisis-", "checkin-", "need-", "card-", "home-", "calm-", "treatment-")
    for key in sorted(library.sentences.keys[lang]):
        if not key.startswith(shown):
            yield key, Screen(library.text(key, lang))


def _article(named: tuple[str, Screen]) -> str:
    name, screen = named
    items = [button.label for row in screen.buttons for button in row]
    items += [_card(card) for card in screen.cards]
    listed = "".join(f"<li>{html.escape(item)}</li>" for item in items)
    return f"<article><small>{html.escape(name)}</small>{screen.text}{f'<ul>{listed}</ul>' if items else ''}</article>"


def _card(card: PhoneCard) -> str:
    return f"☎ {card.name}: {card.number}"


def _page(body: str) -> str:
    head = (
        f"<!doctype html><meta charset=utf-8><title>Status Check: every screen</title><style>{STYLE}</style>"
    )
    return f"{head}<body>{body}"
