"""Dates that follow the moon and the sun."""

from datetime import date

import holidays
import pytest

from app.days.feasts import orthodox_easter, tomb_sweeping_day, western_easter


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1900, date(1900, 4, 15), date(1900, 4, 22)),
        (1943, date(1943, 4, 25), date(1943, 4, 25)),
        (2008, date(2008, 3, 23), date(2008, 4, 27)),
        (2026, date(2026, 4, 5), date(2026, 4, 12)),
        (2027, date(2027, 3, 28), date(2027, 5, 2)),
        (2200, date(2200, 4, 6), date(2200, 4, 6)),
    ],
)
def test_both_easters_are_right_in_known_years(year, western, orthodox):
    assert western_easter(year) == western
    assert orthodox_easter(year) == orthodox


def test_easter_is_a_sunday_for_three_hundred_years():
    for year in range(1900, 2201):
        assert western_easter(year).weekday() == orthodox_easter(year).weekday() == 6


def test_tomb_sweeping_day_agrees_with_the_public_holiday_of_hong_kong():
    known = {
        day
        for day, name in holidays.country_holidays(
            "HK", years=range(1970, 2099), language="en_US", expand=False, observed=False
        ).items()
        if name == "Tomb-Sweeping Day"
    }
    assert len(known) > 100
    assert known == {tomb_sweeping_day(day.year) for day in known}


def test_tomb_sweeping_day_stays_early_in_april_beyond_the_tables():
    assert all(
        date(year, 4, 3) <= tomb_sweeping_day(year) <= date(year, 4, 7)
        for year in range(1900, 2201)
    )
