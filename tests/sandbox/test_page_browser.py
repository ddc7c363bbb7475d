"""The sandbox page in a real headless Chromium: what a person at it sees, does, and never has to fear."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.sandbox.page import serve_page
from tests.sandbox.page_bot import SCRIPT_TAG
from tests.sandbox.page_stage import Stage, browser, needs_chromium, opened_stage

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    """One for the file: starting it takes longer than most tests."""
    async with browser() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def stage(chromium: Browser) -> AsyncIterator[Stage]:
    async with opened_stage(chromium) as opened:
        yield opened


async def test_what_is_typed_stands_in_a_bubble_and_is_answered(stage: Stage) -> None:
    await stage.officer.starts()
    await stage.officer.says("good morning")
    await expect(stage.officer.part("article.out").last).to_contain_text("good morning")
    await expect(stage.officer.bubble("echo: good morning")).to_be_visible()
    await expect(stage.officer.words).to_have_value("")


async def test_shift_enter_makes_a_line_and_enter_sends_both(stage: Stage) -> None:
    await stage.officer.starts()
    await stage.officer.words.press_sequentially("one")
    await stage.officer.words.press("Shift+Enter")
    await stage.officer.words.press_sequentially("two")
    await stage.officer.words.press("Enter")
    await expect(stage.officer.bubble("echo: one\ntwo")).to_be_visible()


async def test_a_tapped_button_changes_its_message_in_place(stage: Stage) -> None:
    await stage.officer.starts()
    await stage.officer.key("Count").click()
    await expect(stage.officer.last).to_contain_text("Counted 1")
    await expect(stage.officer.last.locator("time")).to_contain_text("edited")
    await expect(stage.officer.part("article")).to_have_count(2)


async def test_toasts_pass_and_alerts_wait_for_ok(stage: Stage) -> None:
    await stage.officer.starts()
    await stage.officer.says("buttons")
    await stage.officer.key("Toast").click()
    await expect(stage.officer.part(".toast")).to_have_text("A toast")
    await stage.officer.key("Alert").click()
    alert = stage.officer.root.get_by_role("alertdialog")
    await expect(alert).to_contain_text("An alert")
    await alert.get_by_role("button", name="OK").press("Enter")
    await expect(alert).to_be_hidden()


async def test_a_deleted_message_is_gone(stage: Stage) -> None:
    await stage.officer.starts()
    await stage.officer.says("buttons")
    await stage.officer.key("Gone").click()
    await expect(stage.officer.bubble("Choose.")).to_have_count(0)


async def test_a_contact_card_dials_and_copies(stage: Stage) -> None:
    await stage.officer.starts()
    await stage.officer.says("card")
    await expect(stage.officer.last).to_contain_text("Lifeline")
    await expect(stage.officer.root.get_by_role("link", name="Call 988")).to_have_attribute("href", "tel:988")
    await stage.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await stage.officer.root.get_by_role("button", name="Copy number 988").click()
    await expect(stage.officer.part(".toast")).to_have_text("Copied")
    assert await stage.page.evaluate("navigator.clipboard.readText()") == "988"


async def test_the_command_menu_speaks_the_persons_language(stage: Stage) -> None:
    family = stage.family
    await family.starts()
    await family.root.get_by_role("button", name="Español").click()
    await family.root.get_by_role("button", name="Menú", exact=True).click()
    await expect(family.root.get_by_role("option")).to_contain_text(["Empezar", "Lo que puedo hacer"])
    await expect(family.words).to_have_attribute("placeholder", "Mensaje")
    await family.root.get_by_role("option", name="/help").click()
    await expect(family.bubble("echo: /help")).to_be_visible()
    assert stage.seats[1].person.user["language_code"] == "es"
    assert stage.seats[0].person.user["language_code"] == "en"


async def test_people_do_not_see_each_others_messages(stage: Stage) -> None:
    await stage.officer.starts()
    await stage.family.starts()
    await stage.officer.says("only for the officer")
    await expect(stage.officer.bubble("echo: only for the officer")).to_be_visible()
    await expect(stage.family.bubble("only for the officer")).to_have_count(0)


async def test_hostile_text_is_shown_as_text(stage: Stage) -> None:
    await stage.officer.starts()
    await stage.officer.says(SCRIPT_TAG)
    await expect(stage.officer.bubble(f"echo: {SCRIPT_TAG}")).to_be_visible()
    await stage.officer.says("attack")
    await expect(stage.officer.key(SCRIPT_TAG[:60])).to_be_visible()
    assert await stage.page.title() == "Status Check sandbox"
    assert await stage.officer.part(".log script, .log img").count() == 0


async def test_telegrams_formatting_is_drawn(stage: Stage) -> None:
    await stage.officer.starts()
    await stage.officer.says("formats")
    message = stage.officer.part("article", has_text="bold italic")
    for tag in ("b", "i", "u", "s", "code", "pre", "blockquote"):
        await expect(message.locator(f".text {tag}").first).to_be_visible()
    await expect(message.get_by_role("link", name="+1 800 267 5463")).to_have_attribute(
        "href", "tel:+18002675463"
    )
    await message.get_by_role("button", name="Show all").click()
    await expect(message.get_by_role("button", name="Show less")).to_have_attribute("aria-expanded", "true")
    await message.get_by_role("button", name="Hidden text. Show it").press("Enter")
    await expect(message.locator(".spoiler.shown")).to_have_text("hidden")
    await message.get_by_role("button", name="/help").click()
    await expect(stage.officer.bubble("echo: /help")).to_be_visible()


async def test_a_page_on_the_internet_opens_only_after_asking(stage: Stage) -> None:
    await stage.officer.starts()
    await stage.officer.says("buttons")
    await stage.officer.key("Page").click()
    alert = stage.officer.root.get_by_role("alertdialog")
    await expect(alert).to_contain_text("https://example.org/")
    await alert.get_by_role("button", name="Cancel").click()
    await expect(alert).to_be_hidden()
    await expect(stage.officer.key("Page")).to_be_focused()


async def test_own_words_can_be_changed_with_the_arrow_key_and_by_the_menu(stage: Stage) -> None:
    officer = stage.officer
    await officer.starts()
    await officer.says("frist")
    await officer.words.press("ArrowUp")
    await expect(officer.words).to_have_value("frist")
    await officer.says("first")
    await expect(officer.bubble("you changed it to: first")).to_be_visible()
    await officer.part("article.out", has_text="first").click(button="right")
    await stage.page.get_by_role("menuitem", name="Edit").click()
    await officer.says("second")
    await expect(officer.bubble("you changed it to: second")).to_be_visible()


async def test_a_reply_quotes_what_it_answers(stage: Stage) -> None:
    officer = stage.officer
    await officer.starts()
    await officer.bubble("Welcome.").locator(".bubble").click(button="right")
    await stage.page.get_by_role("menuitem", name="Reply").click()
    await officer.says("thank you")
    quote = officer.part("article.out").last.get_by_role("button", name="In reply to Status Check: Welcome.")
    await quote.click()
    await expect(officer.bubble("Welcome.").first).to_be_focused()


async def test_stand_ins_can_be_attached(stage: Stage) -> None:
    officer = stage.officer
    await officer.starts()
    for name, shown in {
        "Photo": ".stand-in",
        "Voice note": ".voice",
        "Sticker": ".sticker",
        "Contact": ".card",
        "Location": ".place",
    }.items():
        await officer.root.get_by_role("button", name="Attach").click()
        await stage.page.get_by_role("menuitem", name=name).click()
        await expect(officer.part(f"article.out {shown}")).to_be_visible()


async def test_pictures_pins_and_typing_are_shown(stage: Stage) -> None:
    officer = stage.officer
    await officer.starts()
    await officer.says("picture")
    picture = officer.part("img.picture")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.naturalWidth") == 4
    await officer.says("pin")
    await officer.part(".pinned").click()
    await expect(officer.bubble("Keep this in sight.")).to_be_focused()
    await officer.says("type")
    await expect(officer.part(".bot-status")).to_have_text("typing…")
    await officer.says("done")
    await expect(officer.part(".bot-status")).to_have_text("bot")


async def test_blocking_stops_the_chat_until_it_is_restarted(stage: Stage) -> None:
    officer = stage.officer
    await officer.starts()
    await officer.root.get_by_role("button", name="Chat menu").click()
    await stage.page.get_by_role("menuitem", name="Block the bot").click()
    await expect(officer.words).to_be_hidden()
    assert stage.seats[0].person.chat.blocked
    await officer.root.get_by_role("button", name="Unblock and restart").click()
    await expect(officer.words).to_be_focused()
    assert not stage.seats[0].person.chat.blocked


async def test_the_coordinator_comes_by_the_link_a_real_one_would_use(stage: Stage) -> None:
    await stage.coordinator.root.get_by_role("button", name="Open the invitation link").click()
    await expect(stage.coordinator.bubble("Welcome.")).to_be_visible()
    assert stage.seats[2].person.messages[0].text == "/start dep_1234"
    await expect(stage.coordinator.part("article.out .text")).to_have_text("/start")


async def test_a_link_to_this_bot_starts_it_here(stage: Stage) -> None:
    await stage.officer.starts()
    link = f"https://t.me/{stage.telegram.username}?start=join_7"
    await stage.bot.says(stage.seats[0].person.id, link)
    await stage.officer.root.get_by_role("link", name=link).click()
    await expect(stage.officer.part("article.out")).to_have_count(2)
    assert stage.seats[0].person.messages[-2].text == "/start join_7"


async def test_the_view_stays_where_the_reader_is_until_the_pill_is_pressed(stage: Stage) -> None:
    officer = stage.officer
    await officer.starts()
    chat_id = stage.seats[0].person.id
    for number in range(40):
        await stage.bot.says(chat_id, f"line {number}.")
    await expect(officer.bubble("line 39.")).to_be_in_viewport()
    await officer.part(".scroller").hover()
    await stage.page.mouse.wheel(0, -600)
    await expect(officer.part(".pill")).to_be_visible()
    await stage.bot.says(chat_id, "news")
    await expect(officer.bubble("news")).not_to_be_in_viewport()
    await officer.root.get_by_role("button", name="New messages: 1").click()
    await expect(officer.bubble("news")).to_be_in_viewport()
    await expect(officer.part(".pill")).to_be_hidden()


async def test_clearing_the_view_leaves_the_chat_going(stage: Stage) -> None:
    await stage.officer.starts()
    await stage.officer.root.get_by_role("button", name="Chat menu").click()
    await stage.page.get_by_role("menuitem", name="Clear this view").click()
    await expect(stage.officer.part("article")).to_have_count(0)
    await stage.officer.says("still here")
    await expect(stage.officer.bubble("echo: still here")).to_be_visible()


async def test_the_page_comes_back_by_itself_with_all_that_happened_meanwhile(stage: Stage) -> None:
    await stage.officer.starts()
    async with AsyncExitStack() as other:
        port = int(stage.url.rstrip("/").rpartition(":")[2])
        await stage.stop_serving()
        await expect(stage.page.locator("#offline")).to_be_visible()
        await stage.seats[0].person.says("said meanwhile")
        await stage.officer.says("lost?")
        await expect(stage.officer.words).to_have_value("lost?")
        await other.enter_async_context(serve_page(stage.telegram, stage.seats, port=port))
        await expect(stage.officer.bubble("echo: said meanwhile")).to_be_visible()
        await expect(stage.page.locator("#offline")).to_be_hidden()
        await stage.officer.words.press("Enter")
        await expect(stage.officer.bubble("echo: lost?")).to_be_visible()
    assert all("Failed to load resource" in words for words in stage.complaints)
    stage.complaints.clear()
