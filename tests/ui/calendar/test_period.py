from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.calendar.period import WEEKS, Period

NINTH = date(2026, 11, 9)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(WEEKS))
def test_a_period_begins_on_the_monday_of_its_day_and_holds_it(day, weeks):
    period = Period.around(day, weeks)
    assert period.first.weekday() == 0
    assert period.holds(day)
    assert len(period.days) == 7 * weeks
    assert period.days[0] == period.first
    assert period.days[-1] == period.last


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(WEEKS))
def test_going_on_and_back_leads_home_without_a_gap(day, weeks):
    period = Period.around(day, weeks)
    assert period.next().previous() == period
    assert period.next().first == period.last + timedelta(days=1)


def test_the_days_outside_are_not_shown():
    period = Period.around(NINTH, 1)
    assert not period.holds(NINTH - timedelta(days=1))
    assert not period.holds(NINTH + timedelta(days=7))


@pytest.mark.parametrize(("weeks", "title"), [(1, "9–15 Nov 2026"), (4, "9 Nov – 6 Dec 2026")])
def test_its_title_is_what_people_write(weeks, title):
    spaces = str.maketrans("\u2009\u202f\u00a0", "   ")
    assert Period.around(NINTH, weeks).title.translate(spaces) == title
