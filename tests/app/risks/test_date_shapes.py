"""What a date can mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.risks.date_shapes import Partial

NOVEMBER = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("partial", "near", "dates"),
    [
        (Partial(4, 5, 1970), NOVEMBER, [date(1970, 5, 4)]),
        (Partial(31, 11, 2026), NOVEMBER, []),
        (Partial(3, 1), NOVEMBER, [date(2027, 1, 3), date(2026, 1, 3), date(2025, 1, 3)]),
        (Partial(13, 0), NOVEMBER, [date(2026, 11, 13), date(2026, 12, 13), date(2026, 10, 13)]),
        (Partial(29, 2), date(2028, 1, 1), [date(2028, 2, 29)]),
    ],
)
def test_a_date_means_the_nearest_day_of_its_name(partial, near, dates):
    assert list(partial.near(near)) == dates


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(0, 40), st.integers(0, 13))
def test_no_day_and_no_month_is_too_strange(near, day, month):
    partial = Partial(day, month)
    assert all(found.day == day for found in partial.near(near))
    assert partial.is_possible is (1 <= day <= 31 and 1 <= month <= 12)


@pytest.mark.parametrize(
    ("year", "is_other"), [(0, False), (2026, False), (2569, True), (1448, True)]
)
def test_years_of_other_calendars_are_known(year, is_other):
    assert Partial(1, 1, year).is_of_another_calendar is is_other
