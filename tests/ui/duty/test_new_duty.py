from datetime import date, datetime, time

from tests.builders.domain import GERMANY, LENA
from ui.duty.new_duty import new_gap, new_shift, new_week

FRIDAY = date(2027, 12, 24)


def test_a_form_begins_with_an_office_week_day_or_a_whole_day():
    week = new_week(GERMANY, LENA)
    assert (week.person, week.market, week.zone) == (LENA, GERMANY.id, GERMANY.zone)
    assert (week.starts, week.ends, week.weekdays) == (time(9), time(18), frozenset(range(5)))
    shift = new_shift(GERMANY, LENA, FRIDAY)
    assert (shift.starts, shift.ends) == (
        datetime(2027, 12, 24, 9),
        datetime(2027, 12, 24, 18),
    )
    gap = new_gap(GERMANY, FRIDAY)
    assert (gap.starts, gap.ends) == (datetime(2027, 12, 24), datetime(2027, 12, 25))


def test_each_has_a_name_of_its_own():
    assert new_week(GERMANY, LENA).id != new_week(GERMANY, LENA).id
