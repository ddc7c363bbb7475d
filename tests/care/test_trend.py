"""Results over time: joined by scale and version, the newest first, each said in short words."""

from datetime import date, timedelta

from bot.care.trend import Point, lines
from tests.chat import the_library

ALL = the_library().questionnaires
DAY = date(2026, 8, 1)


def test_each_scale_is_a_line_oldest_first_and_the_newest_line_leads() -> None:
    kept = [
        Point("phq9", "2001", DAY + timedelta(days=3), 9),
        Point("gad2", "2009", DAY + timedelta(days=9), 2),
        Point("phq9", "2001", DAY, 16),
    ]
    worry, mood = lines(ALL, kept)
    assert (worry.scale, worry.top, worry.cutoff) == ("gad2", 6, 3)
    assert (mood.scale, mood.top, mood.cutoff) == ("phq9", 27, 10)
    assert mood.points == ((DAY, 16), (DAY + timedelta(days=3), 9))


def test_a_score_says_where_it_stands() -> None:
    (mood,) = lines(ALL, [Point("phq9", "2001", DAY, 0)])
    said = {points: mood.says(points) for points in (0, 4, 5, 10, 19, 20, 27)}
    assert said == {
        0: "score-phq9-0.short", 4: "score-phq9-0.short", 5: "score-phq9-5.short", 10: "score-phq9-10.short",
        19: "score-phq9-15.short", 20: "score-phq9-20.short", 27: "score-phq9-20.short",
    }  # fmt: skip


def test_another_version_is_not_joined_and_what_is_unknown_is_left_out() -> None:
    kept = [Point("phq9", "1999", DAY, 16), Point("mbi", "1", DAY, 3)]
    assert lines(ALL, kept) == ()


def test_the_highest_score_of_each_scale() -> None:
    tops = {scale.id: one.top(scale) for one in ALL.values() for scale in one.scales}
    assert tops == {"gad2": 6, "phq2": 6, "phq9": 27, "gad7": 21, "audit_c": 12, "pc_ptsd_5": 5}
