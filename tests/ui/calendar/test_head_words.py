from datetime import date

import pytest

from app.domain.flag import Severity
from app.domain.hold import Hold, HoldId, Scope
from app.domain.observance import Part
from app.domain.person import PersonId
from tests.builders.ui import GERMANY, observance, utc
from ui.calendar.head_words import (
    band_words,
    count_words,
    date_words,
    head_words,
    market_lines,
    weekday_words,
)
from ui.calendar.lanes import DayHead

pytestmark = pytest.mark.in_english

NINTH = date(2026, 11, 9)


def test_a_head_says_weekday_and_date():
    assert (weekday_words(NINTH), date_words(NINTH)) == ("Mon", "9 Nov")


def test_posts_are_counted_in_words():
    assert [count_words(number) for number in (0, 1, 2)] == ["0 posts", "1 post", "2 posts"]


def test_a_screen_reader_hears_the_gravest_flag_of_a_day():
    words = head_words(DayHead(NINTH, 3, Severity.STOP))
    assert words.startswith("Monday")
    assert words.endswith("9 November 2026 · 3 posts · gravest flag: Stop")
    assert "flag" not in head_words(DayHead(NINTH, 0, None))


def test_a_market_says_zone_present_time_months_and_holds():
    hold = Hold(HoldId("h"), Scope.MARKET, GERMANY.id, "Crisis", 1, PersonId("p"), utc(2026, 11, 9))
    month = observance(part=Part.BAND, name="Ramadan", why="A month of fasting.")
    lines = market_lines(GERMANY, 12, (month,), (hold,))
    assert lines[0] == "Germany (DE) · 12 posts"
    assert "UTC+" in lines[1]
    assert "now" in lines[1]
    assert lines[2:] == ["Ramadan: A month of fasting.", "On hold: Crisis"]


def test_a_month_without_a_reason_is_just_its_name():
    assert band_words(observance(name="Ramadan", why="")) == "Ramadan"
