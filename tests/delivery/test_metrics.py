"""/metrics speaks of the machine and never of a person: no name for the gate, no exact time, nothing by chat."""

import re

from bot.delivery.metrics import Metrics, Steps
from bot.delivery.reach import Reach

FORBIDDEN = (
    "crisis",
    "card",
    "verdict",
    "gate",
    "check_in",
    "checkin",
    "chat",
    "user",
    "lang",
    "country",
    "department",
)


def filled() -> str:
    """A page after some traffic."""
    seen = Metrics()
    seen.note_update({"update_id": 1, "message": {}}, 0.01)
    seen.note_update({"update_id": 2, "poll": {}}, 4.0)
    seen.note_wait("broadcast", 0.5)
    seen.note_wait("crisis", 0.5)
    seen.depths = lambda: {"scheduled": 0, "broadcast": 7}
    seen.ticks = lambda: [("purge", 12.0, 1)]
    seen.refusals = lambda: {"429": 2}
    seen.gauges["leads"] = ("1 where ticks run.", lambda: True)
    return seen.page().decode()


def test_what_is_counted_is_told() -> None:
    page = filled()
    assert 'statuscheck_updates_total{kind="message"} 1.0' in page
    assert 'statuscheck_updates_total{kind="other"} 1.0' in page
    assert 'statuscheck_answer_seconds_bucket{le="1.0"} 1.0' in page
    assert 'statuscheck_lane_waiting{lane="broadcast"} 7.0' in page
    assert 'statuscheck_tick_failures_total{tick="purge"} 1.0' in page
    assert 'statuscheck_telegram_refusals_total{status="429"} 2.0' in page


def test_nothing_could_tell_of_a_person() -> None:
    names = set(re.findall(r"^(?:# HELP )?(statuscheck_\w+)", filled(), re.MULTILINE))
    assert names
    assert not [one for one in names for word in FORBIDDEN if word in one]


def test_an_answer_is_told_in_coarse_steps_without_its_time() -> None:
    """A card with its contacts takes longer than one message; a sum or a fine step would show it."""
    assert "statuscheck_answer_seconds_sum" not in filled()
    quick, slow = Steps(), Steps()
    quick.note(0.02)
    slow.note(0.8)
    assert quick.buckets == slow.buckets


def test_the_kinds_are_there_before_anybody_wrote() -> None:
    assert 'kind="my_chat_member"} 0.0' in Metrics().page().decode()


def test_telegrams_clock_and_silence_are_noticed() -> None:
    at = [100.0]
    reach = Reach(clock=lambda: at[0], now=lambda: 1_000_000_000.0)
    assert reach.age == float("inf")
    reach.answered(200, "Sun, 09 Sep 2001 01:46:40 GMT")
    at[0] = 130.0
    assert (reach.age, reach.skew) == (30.0, 0.0)
    reach.answered(502, "Sun, 09 Sep 2001 01:45:10 GMT")
    assert (reach.skew, reach.refusals) == (90.0, {"5xx": 1})
    reach.answered(200, "not a date")
    reach.lost()
    assert reach.refusals["no answer"] == 1
