"""The eight weeks: whole in every language, short enough to read, careful where sitting still may hurt, free of blame."""

import re
from datetime import date

import pytest

from bot.care.programme import DAYS, FILE, WEEKS, Programme, Week, load
from bot.care.wording import WordingError
from bot.library import CONTENT, LANGUAGES, open_library

PROGRAMME = open_library().programme
TEXT = (CONTENT / "programme" / FILE).read_text(encoding="utf-8")
BLAME = re.compile(
    r"\bbehind\b|catch up\b|fail(ed|ure)|streak|atras(ado|ada)|fallaste|deberías", re.IGNORECASE
)
GROUND = {"en": ("eyes open", "floor"), "es": ("ojos abiertos", "piso")}


def test_each_week_holds_a_unit_and_a_nudge_for_every_day() -> None:
    assert [week.number for week in PROGRAMME.week] == list(range(1, WEEKS + 1))
    for week in PROGRAMME.week:
        assert 5 <= len(week.unit) <= 8
        assert len(week.nudges) == DAYS
    assert PROGRAMME.nudge(8, 6, "es").startswith("Último día")
    with pytest.raises(IndexError):
        PROGRAMME.nudge(0, 0, "en")


@pytest.mark.parametrize("week", PROGRAMME.week, ids=lambda week: str(week.number))
def test_a_missed_week_is_nobodys_fault(week: Week) -> None:
    for text in (*week.missed.values(), *week.end.values()):
        assert not BLAME.search(text), text


def test_it_says_how_to_stop_before_it_begins() -> None:
    english, spanish = PROGRAMME.caution["en"].lower(), PROGRAMME.caution["es"].lower()
    assert all(words in english for words in ("eyes open", "stop any time", "wheel", "/crisis"))
    assert all(words in spanish for words in ("ojos abiertos", "para cuando quieras", "volante", "/crisis"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_too_much_grounds_and_leads_to_a_person(lang: str) -> None:
    text = PROGRAMME.too_much[lang].lower()
    assert all(words in text for words in GROUND[lang])
    assert "/crisis" in text


def test_weeks_that_may_stir_something_up_say_what_to_do_then() -> None:
    for number in (1, 4):
        unit = " ".join(words["en"] for words in PROGRAMME.week[number - 1].unit).lower()
        assert "eyes open" in unit
        assert "skip" in unit


def test_it_does_not_claim_what_the_courses_were_found_to_do() -> None:
    assert "nobody has shown that it does the same" in PROGRAMME.welcome["en"]
    assert "nadie ha mostrado que haga lo mismo" in PROGRAMME.welcome["es"]


def test_the_last_week_leads_on_to_something_to_keep() -> None:
    assert len(PROGRAMME.keep) >= 3
    assert "keep" in PROGRAMME.week[-1].end["en"]


def test_a_week_that_is_missing_is_refused() -> None:
    assert isinstance(load({FILE: TEXT}), Programme)
    with pytest.raises(WordingError, match="numbered 1 to 8"):
        load({FILE: TEXT.replace("number = 8", "number = 7")})
    with pytest.raises(WordingError, match=FILE):
        load({})


def test_a_signature_needs_its_date() -> None:
    signed = TEXT.replace('reviewed_by = ""', 'reviewed_by = "R"', 1)
    with pytest.raises(WordingError, match="belong together"):
        load({FILE: signed})
    dated = signed.replace('reviewed_on = ""', "reviewed_on = 2027-01-31", 1)
    assert load({FILE: dated}).week[0].reviewed_on == date(2027, 1, 31)
