"""The page is for everyone: by keyboard alone, by ear, on a phone, in the dark, in Spanish, with less motion."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.sandbox.page_stage import Phone, browser, needs_chromium, opened_stage

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.asyncio(loop_scope="module")]

SPOKEN = "'button, a, textarea, [role=button], img:not([alt=\"\"]), [role=log], section'"
NAMELESS = f"""() => [...document.querySelectorAll({SPOKEN})]
  .filter((one) => one.checkVisibility())
  .filter((one) => !(one.getAttribute('aria-label') ?? one.getAttribute('alt') ?? one.textContent.trim()))
  .map((one) => one.outerHTML)"""
RING = """() => getComputedStyle(document.activeElement).outlineStyle
  + getComputedStyle(document.activeElement.form ?? document.body).boxShadow"""
WIDER = """() => document.documentElement.scrollWidth > innerWidth
  || [...document.querySelectorAll('.pane, .log, .chat-head')].some((one) => one.scrollWidth > one.clientWidth)"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    """One for the file: starting it takes longer than most tests."""
    async with browser() as started:
        yield started


async def _tab_to(page: Page, css: str, key: str = "Tab") -> None:
    """Presses the key until the focus is there; each stop on the way must be visible."""
    for _ in range(60):
        await page.keyboard.press(key)
        assert await page.evaluate(RING) != "nonenone", "a focus that cannot be seen"
        if await page.evaluate("css => document.activeElement.matches(css)", css):
            return
    raise AssertionError(f"{css} cannot be reached by {key}")


async def test_a_whole_chat_goes_by_keyboard_alone(chromium: Browser) -> None:
    async with opened_stage(chromium) as stage:
        page, officer = stage.page, stage.officer
        await _tab_to(page, '[data-seat="officer"] .start')
        await page.keyboard.press("Enter")
        await expect(officer.words).to_be_focused()
        await page.keyboard.type("buttons")
        await page.keyboard.press("Enter")
        await expect(officer.key("Toast")).to_be_visible()
        await _tab_to(page, '[data-seat="officer"] .key', "Shift+Tab")
        await page.keyboard.press("ArrowRight")
        await expect(officer.key("Toast")).to_be_focused()
        await page.keyboard.press("ArrowLeft")
        await page.keyboard.press("Enter")
        await expect(officer.last).to_contain_text("Counted 1")
        await expect(officer.key("Count 1")).to_be_focused()
        await _tab_to(page, '[data-seat="officer"] article', "Shift+Tab")
        await page.keyboard.press("ArrowUp")
        await expect(officer.part("article.out").last).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("menuitem", name="Edit")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(officer.part("article.out").last).to_be_focused()


async def test_commands_can_be_found_and_chosen_while_writing(chromium: Browser) -> None:
    async with opened_stage(chromium) as stage:
        await stage.officer.starts()
        await stage.officer.words.press_sequentially("/")
        await expect(stage.officer.root.get_by_role("option")).to_have_count(2)
        await stage.page.keyboard.press("ArrowDown")
        await stage.page.keyboard.press("Enter")
        await expect(stage.officer.bubble("echo: /help")).to_be_visible()


async def test_everything_one_can_act_with_has_a_name_and_new_messages_are_announced(
    chromium: Browser,
) -> None:
    async with opened_stage(chromium) as stage:
        await stage.officer.starts()
        for word in ("buttons", "card", "formats", "picture", "pin"):
            await stage.officer.says(word)
        await expect(stage.officer.part(".pinned")).to_be_visible()
        assert await stage.page.evaluate(NAMELESS) == []
        log = stage.officer.root.get_by_role("log", name="Messages")
        await expect(log).to_have_attribute("aria-live", "polite")
        await expect(
            stage.page.get_by_role("region", name="Chat with Status Check as: Officer")
        ).to_be_visible()


async def test_a_phone_shows_one_person_at_a_time_with_tabs(chromium: Browser) -> None:
    async with opened_stage(chromium, viewport={"width": 360, "height": 640}, has_touch=True) as stage:
        await stage.officer.starts()
        await expect(stage.family.root).to_be_hidden()
        await stage.officer.says("formats")
        await expect(stage.officer.bubble("bold italic")).to_be_visible()
        assert not await stage.page.evaluate(WIDER), "something is wider than the phone"
        await stage.page.get_by_role("tab", name="Officer").press("ArrowRight")
        await expect(stage.page.get_by_role("tab", name="Family member")).to_be_focused()
        await expect(stage.family.root).to_be_visible()
        await expect(stage.officer.root).to_be_hidden()


async def test_a_tab_counts_what_came_while_one_looked_elsewhere(chromium: Browser) -> None:
    async with opened_stage(chromium, viewport={"width": 360, "height": 640}) as stage:
        await stage.officer.starts()
        await stage.page.get_by_role("tab", name="Family member").click()
        await stage.bot.says(stage.seats[0].person.id, "for later")
        await expect(stage.page.get_by_role("tab", name="Officer 1 new")).to_be_visible()
        await stage.page.get_by_role("tab", name="Officer 1 new").click()
        await expect(stage.page.get_by_role("tab", name="Officer", exact=True)).to_be_visible()
        await expect(stage.officer.bubble("for later")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "lang"), [(320, "es"), (768, "es"), (1400, "es"), (2200, "en")])
async def test_nothing_is_cut_off_at_any_width(chromium: Browser, width: int, lang: str) -> None:
    async with opened_stage(chromium, viewport={"width": width, "height": 700}, locale=lang) as stage:
        await stage.officer.starts()
        for word in ("buttons", "card", "formats"):
            await stage.officer.says(word)
        await expect(stage.officer.bubble("bold italic")).to_be_visible()
        assert not await stage.page.evaluate(WIDER)


async def test_the_page_follows_the_systems_dark_and_its_own_switch(chromium: Browser) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    async with opened_stage(chromium, color_scheme="dark") as stage:
        dark = await stage.page.evaluate(ground)
        await stage.page.locator("#theme").click()
        light = await stage.page.evaluate(ground)
        await stage.page.reload()
        await expect(stage.officer.root).to_be_visible()
        assert await stage.page.evaluate(ground) == light != dark


async def test_the_page_itself_speaks_spanish(chromium: Browser) -> None:
    async with opened_stage(chromium, locale="es-MX") as stage:
        await expect(stage.page.locator(".promise")).to_contain_text("Nada sale de esta computadora")
        await expect(stage.officer.part(".seat-name")).to_have_text("Oficial")
        await (
            stage.page.get_by_role("group", name="Idioma de esta página")
            .get_by_role("button", name="English")
            .click()
        )
        await expect(stage.page.locator(".promise")).to_contain_text("Nothing leaves this computer")
        await expect(Phone(stage.page, "officer").part(".seat-name")).to_have_text("Officer")


async def test_nothing_moves_for_those_who_asked_for_less_motion(chromium: Browser) -> None:
    async with opened_stage(chromium, reduced_motion="reduce") as stage:
        await stage.officer.starts()
        assert await stage.page.evaluate("document.getAnimations().length") == 0
        await stage.officer.says("animation")
        await expect(stage.officer.part("canvas.picture")).to_be_visible()
        await stage.officer.root.get_by_role("button", name="Play").click()
        await expect(stage.officer.root.get_by_role("img", name="Animation")).to_be_visible()
        await expect(stage.officer.part("canvas.picture")).to_have_count(0)
