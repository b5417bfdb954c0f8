"""Days on which people in a whole market do not work."""

from datetime import date

import pytest

from app.days.days_off import days_off


@pytest.mark.parametrize(
    ("country", "subdivisions", "day", "is_off"),
    [
        ("DE", (), date(2026, 12, 25), True),
        ("DE", (), date(2026, 12, 24), False),
        ("DE", (), date(2026, 11, 1), False),
        ("DE", ("DE-BY",), date(2026, 11, 1), True),
        ("DE", ("DE-BY", "DE-BE"), date(2026, 11, 1), False),
        ("DE", ("DE-BY", "DE-XX"), date(2026, 11, 1), True),
        ("DE", ("DE-XX",), date(2026, 12, 25), True),
        ("GB", (), date(2026, 12, 25), True),
        ("XX", (), date(2026, 12, 25), False),
    ],
)
def test_a_day_is_off_where_all_of_the_market_rests(country, subdivisions, day, is_off):
    assert (day in days_off(country, subdivisions, day.year)) is is_off


@pytest.mark.parametrize("year", [1900, 2200])
def test_years_that_nobody_knows_break_nothing(year):
    for country in ("DE", "IL", "SA", "JP", "MY"):
        assert days_off(country, (), year) is not None
