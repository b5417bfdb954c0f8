from datetime import date

from app.days.written import written_day


def test_a_day_is_written_as_people_read_it():
    assert written_day(date(2027, 11, 9)) == "9 Nov 2027"
