"""On which dates a rule falls next."""

from datetime import date

import pytest

from app.commands.upcoming import line_of, next_dates, next_day, parts_of, rule_meant
from app.errors import InvalidInputError

TODAY = date(2027, 5, 2)


def test_the_next_three_dates_are_told():
    assert next_dates("fixed 05-01", TODAY) == ("1 May 2028", "1 May 2029", "1 May 2030")


def test_a_date_that_has_passed_is_told_all_the_same():
    assert next_dates("2020-05-01", TODAY) == ("1 May 2020",)


def test_what_falls_on_no_day_has_no_dates():
    assert next_dates("daily 09:00", TODAY) == ()


@pytest.mark.in_english
def test_a_rule_is_shown_in_words_and_read_back_as_it_was():
    rule = "nth -1 mon 5 for 2 days with eve at 11:00-11:02"
    parts = parts_of(rule)
    assert parts.when == "last Monday of May for 2 days"
    assert rule_meant(line_of(parts.when, parts.moments, has_eve=parts.has_eve)) == rule


def test_what_is_no_rule_is_refused():
    with pytest.raises(InvalidInputError, match="no date"):
        next_dates("soon")


def test_the_next_day_is_the_first_of_them_or_one_that_has_passed():
    assert next_day("fixed 05-01", TODAY) == date(2028, 5, 1)
    assert next_day("2020-05-01", TODAY) == date(2020, 5, 1)
    assert next_day("daily 09:00", TODAY) is None
