"""The date of a team's own day, as people write it."""

import pytest

from app.errors import InvalidInputError
from app.exchange.day_rules import rule_meant


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("3 March", "fixed 03-03"),
        ("March 3rd", "fixed 03-03"),
        ("3. März", "fixed 03-03"),
        ("3.3.", "fixed 03-03"),
        ("4.3.", "fixed 03-04"),
        ("29 February", "fixed 02-29"),
        ("13/4", "fixed 04-13"),
        ("3 March 2027", "2027-03-03"),
        ("3.4.2027", "2027-04-03"),
        ("2027/3/3", "2027-03-03"),
        ("Wed 3 March 2027", "2027-03-03"),
        ("3 March for 3 days", "fixed 03-03 for 3 days"),
        ("3 March with eve", "fixed 03-03 with eve"),
        ("3 March for 2 days at 11:00-11:02", "fixed 03-03 for 2 days at 11:00-11:02"),
        (" easter -2 ", "easter -2"),
        ("9 Av for 2 days", "hebrew 9 Av for 2 days"),
        ("fixed 05-01 for 2 days", "fixed 05-01 for 2 days"),
        ("2027-05-01", "2027-05-01"),
    ],
)
def test_a_day_is_understood_as_people_write_it(written, rule):
    assert rule_meant(written) == rule


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("soon", "“soon” is no date: write 3 March"),
        ("March", "“March” is no date"),
        ("next week", "no date"),
        ("30 February", "no date"),
        ("Mon 3 March 2027", "no date"),
        ("3 March 14:00", "no date"),
        ("3/4/2027", "can be read in two ways: write its month as a word"),
        ("3 March for 99 days", "99 days are not possible"),
        ("3 March at 11:02-11:00", "no quiet minute"),
        ("", "no date"),
    ],
)
def test_what_names_no_single_day_is_refused(written, said):
    with pytest.raises(InvalidInputError, match=said):
        rule_meant(written)
