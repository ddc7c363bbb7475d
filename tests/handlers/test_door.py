"""The door: three taps at most, refusing everything still helps, choices are kept and changeable."""

from tests.chat import Chatter


async def test_one_tap_after_start_is_the_menu(officer: Chatter) -> None:
    await officer.says("/start")
    officer.sees("start-welcome")
    await officer.taps("start-officer")
    officer.sees("home-officer")


async def test_refusing_every_question_still_gives_help(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.taps("start-skip")
    await officer.taps("menu-crisis")
    assert officer.sees_a_number
    await officer.says("I need a counselor who gets cops")
    officer.sees("find-results")


async def test_nothing_is_kept_of_somebody_who_chose_nothing(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.says("where can I get help")
    await officer.says("/export")
    officer.sees("privacy-export-none")


async def test_telegrams_language_is_spoken_and_can_be_changed(spouse: Chatter) -> None:
    await spouse.says("/start")
    spouse.sees("start-welcome", "es")
    await spouse.taps("start-language")
    spouse.sees("start-welcome", "en")
    await spouse.says("/help")
    spouse.sees("help-intro", "en")


async def test_an_unknown_language_gets_english(officer: Chatter) -> None:
    stranger = officer.house.person("Li", "zh-hans")
    await stranger.says("/start")
    stranger.sees("start-welcome", "en")


async def test_the_country_decides_the_numbers_and_language_never_does(spouse: Chatter) -> None:
    await spouse.says("/country")
    await spouse.taps("country-GB")
    spouse.sees("region-ask", "es")
    await spouse.taps("region-skip")
    spouse.sees("country-set", "es")
    await spouse.says("/crisis")
    assert "116 123" in spouse.reads or "116123" in spouse.reads
    assert "988" not in spouse.reads


async def test_a_state_is_asked_only_where_lines_differ_and_can_be_skipped(officer: Chatter) -> None:
    await officer.says("/country")
    await officer.taps("country-US")
    officer.sees("region-ask")
    await officer.taps("region-skip")
    officer.sees("country-set")


async def test_another_country_gets_the_directory_and_no_foreign_number(officer: Chatter) -> None:
    await officer.says("/country")
    await officer.taps("country-other")
    officer.sees("country-unknown")
    await officer.says("/crisis")
    assert "findahelpline.com" in officer.reads
    assert "988" not in officer.reads


async def test_help_lists_every_command_of_the_menu(officer: Chatter) -> None:
    from bot.handlers import commands

    await officer.says("/help")
    for command in commands():
        assert (f"/{command.name} " in officer.reads) == (command.in_menu or command.in_help)


async def test_the_familys_door_is_its_own(spouse: Chatter) -> None:
    await spouse.says("/family")
    spouse.sees("family-door", "es")
    await spouse.taps("family-worried")
    spouse.sees("crisis-other-now", "es")
