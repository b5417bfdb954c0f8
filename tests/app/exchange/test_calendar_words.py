"""Words of calendars."""

import pytest

from app.exchange.calendar_words import (
    month_names,
    names_no_day,
    weekday_names,
    without_weekday,
)


@pytest.mark.parametrize(
    "names",
    [
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    ],
)
def test_all_months_are_known(names):
    known = month_names()
    plain = names.translate(str.maketrans("äéû", "aeu"))
    assert [known[name] for name in plain.split()] == list(range(1, 13))


def test_a_short_weekday_may_mean_several_days():
    assert weekday_names()["di"] == {1, 6}
    assert weekday_names()["montag"] == {0}


@pytest.mark.parametrize(
    ("text", "weekdays", "rest"),
    [
        ("Montag, 9.11.", {0}, "9.11."),
        ("Mon. 9 Nov", {0}, "9 Nov"),
        ("mardi le 9 novembre", {1}, "9 novembre"),
        ("9 Nov 2027 (Tue)", {1}, "9 Nov 2027"),
        ("segunda-feira, 8 de novembro", {0}, "8 de novembro"),
        ("Mar 9 2027", set(), "Mar 9 2027"),
        ("Mar 9 nov", {1}, "9 nov"),
        ("mar. 9/11", {1}, "9/11"),
        ("9 mar", set(), "9 mar"),
        ("9/11 mar", {1}, "9/11"),
        ("9 November", set(), "9 November"),
        ("Freitag", {4}, ""),
    ],
)
def test_a_weekday_is_taken_from_a_date_unless_it_is_a_month(text, weekdays, rest):
    assert without_weekday(text) == (weekdays, rest)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "?", "TBD", "tbc.", "offen", "À définir", "Day 3", "T-2", "T–2", "D+1", "KW 45"),
        *("Launch day", "Launch +1", "go-live - 3 days", "Day 3 (teaser)", "Tag 1: Auftakt", "Q1"),
        *("Q3 2027", "mid March", "Anfang Mai 2027", "fin novembre", "März", "Friday", "next week"),
    ],
)
def test_some_words_leave_the_day_open(text):
    assert names_no_day(text)


@pytest.mark.parametrize(
    "text",
    ["9.11.", "2027-11-09", "hello", "Nov 9", "day", "t-2000", "mid", "2027", "Q5", "9 mid March"],
)
def test_other_words_do_not(text):
    assert not names_no_day(text)
