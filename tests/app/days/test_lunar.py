"""Hebrew and Islamic dates."""

from datetime import date
from itertools import pairwise

import pytest

from app.days.lunar import HEBREW_MONTHS, hebrew_date, islamic_dates


@pytest.mark.parametrize(
    ("day", "month", "year", "found"),
    [
        (10, "Tishrei", 5787, date(2026, 9, 21)),
        (27, "Nisan", 5786, date(2026, 4, 14)),
        (14, "Adar", 5784, date(2024, 3, 24)),  # a leap year: Adar II
        (14, "Adar", 5785, date(2025, 3, 14)),
        (30, "Cheshvan", 5784, None),  # 29 days long in that year
    ],
)
def test_a_hebrew_date_falls_on_its_day(day, month, year, found):
    assert hebrew_date(day, HEBREW_MONTHS[month], year) == found


def test_an_islamic_date_may_fall_twice_in_a_year():
    assert list(islamic_dates(1, 9, 2030)) == [date(2030, 1, 5), date(2030, 12, 26)]


def test_every_year_from_1900_to_2200_has_its_ramadan():
    starts = [day for year in range(1900, 2201) for day in islamic_dates(1, 9, year)]
    lengths = {(later - day).days for day, later in pairwise(starts)}
    assert lengths <= set(range(353, 357))


@pytest.mark.parametrize("year", [1901, 2190])
def test_a_month_of_the_arithmetical_calendar_has_no_day_too_many(year):
    assert list(islamic_dates(30, 1, year))
    assert not list(islamic_dates(30, 2, year))


def test_the_last_month_has_a_thirtieth_in_eleven_of_thirty_years():
    found = [day for year in range(2100, 2130) for day in islamic_dates(30, 12, year)]
    assert len(found) in range(10, 13)


def test_a_month_too_short_has_no_thirtieth():
    years = [list(islamic_dates(30, 2, year)) for year in range(2020, 2040)]
    assert any(years)
    assert not all(years)
