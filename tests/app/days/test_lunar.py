"""Hebrew and Islamic dates."""

from datetime import date

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


def test_islamic_dates_end_where_the_tables_end():
    assert list(islamic_dates(1, 9, 1900)) == []
    assert list(islamic_dates(1, 9, 2200)) == []
    assert len(list(islamic_dates(1, 9, 1950))) == 1


def test_a_month_too_short_has_no_thirtieth():
    years = [list(islamic_dates(30, 2, year)) for year in range(2020, 2040)]
    assert any(years)
    assert not all(years)
