from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.duty import EVERY_MARKET, Roster
from tests.builders.calendars import FRANCE, GERMANY
from tests.builders.duty import CHRISTMAS, CLOSED, NIGHT, OFFICE, ROSTER, WEEKEND
from tests.builders.ui_c import calendar_of
from ui.duty import duty_words
from ui.duty.duty_words import (
    call_words,
    entries,
    market_entry,
    weekdays_name,
    what,
    when,
    who,
)

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


def test_without_duty_all_markets_can_still_be_looked_over(calendar):
    bare = replace(calendar, roster=Roster())
    assert [entry.name for entry in entries(bare)] == ["All markets", "Germany", "France"]
    assert market_entry(bare, EVERY_MARKET).detail == "Who is there in which market"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (datetime(2027, 12, 20, 9, tzinfo=UTC), "now: Lena Brandt"),
        (datetime(2027, 12, 20, 20, tzinfo=UTC), "nobody there now"),
    ],
)
def test_a_market_says_who_can_be_called_now(calendar, monkeypatch, now, said):
    monkeypatch.setattr(duty_words, "now_utc", lambda: now)
    assert call_words(calendar, GERMANY) == said
    assert call_words(replace(calendar, roster=Roster()), GERMANY) == ""
    assert call_words(calendar, EVERY_MARKET) == ""


def test_a_market_says_how_many_people_there_are_or_that_nothing_is_checked(calendar):
    assert market_entry(calendar, GERMANY).detail.startswith("2 people on duty · ")
    assert market_entry(calendar, EVERY_MARKET).detail == "1 person on duty · for every market"
    bare = replace(calendar, roster=Roster((), (OFFICE,)))
    assert market_entry(bare, FRANCE).detail == "No roster: nothing is checked"


def test_whoever_is_there_is_called_by_name(calendar):
    assert who(calendar, OFFICE) == "Lena Brandt"
    assert who(calendar, CLOSED) == "Nobody is there"
