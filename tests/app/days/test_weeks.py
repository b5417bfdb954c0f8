"""The table of weeks says what the library says."""

import pytest
from babel import Locale, UnknownLocaleError

from app.days.weeks import first_weekday, weekend

COUNTRIES = [name for name in Locale("en").territories if len(name) == 2 and name.isalpha()]


@pytest.mark.parametrize("country", COUNTRIES)
def test_weeks_are_kept_as_the_library_has_it(country):
    try:
        there = Locale.parse(f"und_{country}")
    except UnknownLocaleError:  # nobody lives there, or it is no country
        assert weekend(country) == {5, 6}
        return
    if there.territory == country:
        assert weekend(country) == set(range(there.weekend_start, there.weekend_end + 1))
        assert first_weekday(country) == there.first_week_day


def test_a_country_that_nobody_knows_rests_on_saturday_and_sunday_and_begins_on_monday():
    assert weekend("XX") == {5, 6}
    assert first_weekday("XX") == 0
