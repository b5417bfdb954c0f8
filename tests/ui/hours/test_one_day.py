from datetime import date

import pytest

from ui.hours.one_day import OneDay

NINTH = date(2026, 11, 9)


def test_it_is_a_period_of_one_day():
    day = OneDay(NINTH)
    assert day.days == (NINTH,)
    assert day.last == NINTH
    assert day.holds(NINTH)
    assert not day.holds(date(2026, 11, 10))


def test_days_follow_each_other_over_the_end_of_a_month():
    assert OneDay(date(2026, 11, 30)).stepped(1) == OneDay(date(2026, 12, 1))
    assert OneDay(NINTH).stepped(-1).first == date(2026, 11, 8)


@pytest.mark.in_english
def test_it_is_called_by_its_weekday():
    assert OneDay(NINTH).title == "Monday, 9 November 2026"
