from dataclasses import replace

import pytest

from app.domain.duty import EVERY_MARKET, Roster
from tests.builders.calendars import FRANCE, GERMANY
from tests.builders.duty import CHRISTMAS, CLOSED, NIGHT, OFFICE, ROSTER, WEEKEND
from tests.builders.ui_c import calendar_of
from ui.duty.duty_words import entries, market_entry, week_lines, weekdays_name, what, when, who

pytestmark = pytest.mark.in_english


@pytest.fixture
def calendar(path):
    return replace(calendar_of(path), roster=ROSTER)


@pytest.mark.parametrize(
    ("duty", "kind", "said"),
    [
        (OFFICE, "every week", "Mo–Fr · 09:00–18:00"),
        (
            WEEKEND,
            "every week",
            "Sa, Su · 10:00–00:00 · holidays too · from Wed 1 Dec · until Fri 31 Dec",
        ),
        (CHRISTMAS, "once", "Fri 24 Dec, 09:00–14:00"),
        (NIGHT, "once", "Fri 31 Dec, 20:00 – Sat 1 Jan, 04:00"),
        (CLOSED, "nobody is there", "Sat 25 Dec, 00:00 – Mon 27 Dec, 00:00"),
    ],
)
def test_duty_is_said_in_one_line(duty, kind, said):
    assert (what(duty), when(duty)) == (kind, said)


def test_weekdays_are_said_as_spans_where_they_are_one():
    assert weekdays_name(frozenset(range(7))) == "every day"
    assert weekdays_name(frozenset({0, 1})) == "Mo, Tu"
    assert weekdays_name(frozenset({0, 2, 4})) == "Mo, We, Fr"


def test_each_market_stands_above_its_duty_and_that_for_all_comes_first(calendar):
    names = [(entry.level, entry.name) for entry in entries(calendar)]
    assert names == [
        (0, "All markets"),
        (1, "Marc Fournier"),
        (0, "Germany"),
        (1, "Lena Brandt"),
        (1, "Marc Fournier"),
        (1, "Marc Fournier"),
        (0, "France"),
        (1, "Nobody is there"),
    ]


def test_without_duty_for_all_markets_there_is_no_such_row(calendar):
    bare = replace(calendar, roster=Roster())
    assert [entry.name for entry in entries(bare)] == ["Germany", "France"]


def test_a_market_says_how_many_people_there_are_or_that_nothing_is_checked(calendar):
    assert market_entry(calendar, GERMANY).detail == "2 people on duty"
    assert market_entry(calendar, EVERY_MARKET).detail == "1 person on duty · for every market"
    bare = replace(calendar, roster=Roster((), (OFFICE,)))
    assert market_entry(bare, FRANCE).detail == "No roster: nothing is checked"


def test_an_ordinary_week_names_who_is_there_on_each_day(calendar):
    lines = dict(week_lines(calendar, GERMANY))
    assert lines["Monday"] == "09:00–18:00 Lena Brandt"
    assert lines["Sunday"] == "10:00–00:00 Marc Fournier"
    assert set(dict(week_lines(calendar, FRANCE)).values()) == {"nobody"}


def test_whoever_is_there_is_called_by_name(calendar):
    assert who(calendar, OFFICE) == "Lena Brandt"
    assert who(calendar, CLOSED) == "Nobody is there"
