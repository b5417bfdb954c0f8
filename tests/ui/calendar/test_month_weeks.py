from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.ui import GERMANY, SAUDI_ARABIA
from ui.calendar.month_weeks import Month
from ui.calendar.period import Period


@pytest.mark.parametrize(
    ("day", "market", "weeks"),
    [
        (date(2026, 11, 9), GERMANY, Period(date(2026, 10, 26), 6)),
        (date(2026, 11, 9), SAUDI_ARABIA, Period(date(2026, 11, 1), 5)),
        (date(2027, 2, 28), GERMANY, Period(date(2027, 2, 1), 4)),
        (date(2026, 12, 31), GERMANY, Period(date(2026, 11, 30), 5)),
    ],
)
def test_weeks_begin_as_they_do_in_the_market(day, market, weeks):
    assert Month.of(day, market).weeks == weeks


@given(st.dates(date(1970, 1, 1), date(2190, 12, 31)), st.integers(0, 6))
def test_a_month_is_held_by_its_weeks_and_none_is_wasted(day, first_weekday):
    month = Month(day.year, day.month, first_weekday)
    weeks = month.weeks
    assert weeks.first.weekday() == first_weekday
    assert weeks.first <= month.first < weeks.first.fromordinal(weeks.first.toordinal() + 7)
    assert 0 <= (weeks.last - month.last).days < 7
    assert month.holds(month.first)
    assert month.holds(month.last)


def test_months_follow_each_other_without_a_gap():
    months = [Month(2026, 11).stepped(step) for step in range(-12, 13)]
    for before, after in pairwise(months):
        assert (after.first - before.last).days == 1
    assert Month(2026, 11).stepped(2) == Month(2027, 1)


@pytest.mark.in_english
def test_a_month_is_called_by_its_name():
    assert Month(2026, 11).title == "November 2026"
