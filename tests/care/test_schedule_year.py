"""A leap year of prompts for hundreds of people in many zones and rotas, judged minute by minute by an oracle."""

from datetime import date, datetime, timedelta
from random import Random

import pytest

from bot.care.schedule import next_due
from bot.care.schedule_wishes import Subscription, Window, Wishes
from bot.care.shift_patterns import PATTERNS, Hours, Shifts
from tests.care.schedule_oracle import BEGIN, END, Told, complaints

ZONES = (
    "America/New_York", "America/Chicago", "America/Phoenix", "America/Los_Angeles", "America/St_Johns",
    "Pacific/Honolulu", "Europe/London", "Europe/Dublin", "Australia/Sydney", "Australia/Lord_Howe",
    "Australia/Adelaide", "Australia/Perth", "Pacific/Auckland", "Pacific/Chatham", "Asia/Kolkata",
    "America/Santiago", "Etc/GMT+7",
)  # fmt: skip
CYCLES = ("", *(cycle for kinds in PATTERNS.values() for cycle in kinds.values()), "D-N-", "N", "NNNNNN---D")
WINDOWS = ((360, 480), (540, 660), (720, 840), (1080, 1200), (1320, 1440), (0, 1440), (60, 240))
CROWDS, EACH = 6, 50


def _somebody(random: Random) -> Told:
    start, night = random.choice((360, 420, 480, 840)), random.choice((1080, 1140, 1320))
    return Told(
        zone=random.choice(ZONES),
        window=random.choice(WINDOWS),
        cycle=random.choice(CYCLES),
        anchor=date(2028, 1, 1) + timedelta(days=random.randrange(-60, 60)),
        day=(start, (start + random.choice((480, 720))) % 1440),
        night=(night, (night + random.choice((480, 720))) % 1440),
        on_duty=random.random() < 0.1,
        per_week=random.choice((1, 2, 2, 3, 7)),
    )


def _wishes(told: Told) -> Wishes:
    shifts = Shifts(told.cycle, told.anchor, Hours(*told.day), Hours(*told.night)) if told.cycle else None
    window = Window(start=told.window[0], end=told.window[1])
    return Wishes(window=window, per_week=told.per_week, on_duty=told.on_duty, shifts=shifts)


def _year(key: str, told: Told) -> list[datetime]:
    """Each prompt planned after the one before, as storage does; somebody who taps every day."""
    wishes, now, prompts = _wishes(told), BEGIN, list[datetime]()
    while True:
        due = next_due(Subscription(key, told.zone, now.date() + timedelta(days=400), wishes), now)
        if due is None or due >= END:
            return prompts
        prompts.append(due)
        wishes, now = wishes.but(last_at=due), due + timedelta(seconds=20)


@pytest.mark.parametrize("crowd", range(CROWDS))
def test_every_prompt_of_a_year_is_in_its_window_and_none_is_lost(crowd: int) -> None:
    random = Random(crowd)
    sent = 0
    for number in range(EACH):
        told = _somebody(random)
        prompts = _year(f"{crowd}-{number}", told)
        assert complaints(told, prompts) == [], told
        sent += len(prompts)
    assert sent > EACH * 40
