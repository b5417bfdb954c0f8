"""Dates as planners write them."""

import re
from datetime import UTC, date, datetime, time

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.calendar_days import (
    FoundDay,
    at_clock,
    date_or_nothing,
    day_in,
    full_year,
    read_day,
)
from app.exchange.cells import WINDOWS_EPOCH, Cell, UnreadableError
from app.exchange.clock_times import FoundClock
from tests.app.exchange.sheet_builders import TODAY

NINTH = date(2027, 11, 9)


def found(text, day_first=None, today=TODAY):
    return day_in(text, day_first=day_first, today=today)


@pytest.mark.parametrize(
    "text",
    [
        *("2027-11-09", "2027/11/9", "2027.11.09", "20271109", "9.11.2027", "09.11.27"),
        *("9. November 2027", "9 Nov 2027", "Nov 9, 2027", "November 9th, 2027", "9-Nov-27"),
        *("Dienstag, 9.11.2027", "Di 9.11.2027", "9 Nov 2027 (Tue)", "Tue 9th November 2027"),
        *("9 novembre 2027", "mardi 9 nov. 2027", "le 9 novembre 2027", "Nov. 9, '27"),
        *("9 de noviembre de 2027", "martes, 9 de noviembre de 2027", "9 de novembro de 2027"),
        *("9 novembre 2027", "am 9. November 2027", "9th of November 2027", "９．１１．２０２７"),
    ],
)
def test_a_whole_date_means_one_day_in_every_language(text):
    assert found(text) == FoundDay(NINTH)


@pytest.mark.parametrize("text", ["9.11.", "09.11", "Nov 9", "9. November", "Di, 9.11.", "9/11"])
def test_a_date_without_a_year_is_the_next_one_and_that_is_said(text):
    assert found(text, day_first=True) == FoundDay(NINTH, is_year_guessed=True)


def test_a_date_without_a_year_may_lie_a_month_back():
    assert found("1.9.").day == date(2027, 9, 1)
    assert found("30.8.").day == date(2028, 8, 30)


def test_the_weekday_tells_the_year():
    assert found("Thu 9 Nov").day == date(2028, 11, 9)
    assert found("29.2.").day == date(2028, 2, 29)


def test_a_wrong_weekday_is_noticed():
    assert found("Friday 9 Nov 2027") == FoundDay(NINTH, contradicts_weekday=True)


@pytest.mark.parametrize(
    ("text", "day_first", "day"),
    [
        ("11/9/2027", True, date(2027, 9, 11)),
        ("11/9/2027", False, NINTH),
        ("11-09-27", False, NINTH),
        ("9 / 11 / 2027", True, NINTH),
        ("25/11/2027", None, date(2027, 11, 25)),
        ("11/25/2027", None, date(2027, 11, 25)),
        ("5/5/2027", None, date(2027, 5, 5)),
        ("9.11.2027", None, NINTH),
        ("11.9.2027", False, NINTH),
    ],
)
def test_the_order_of_the_sheet_decides_what_can_be_read_both_ways(text, day_first, day):
    assert found(text, day_first=day_first).day == day


def test_without_an_order_both_readings_are_named():
    with pytest.raises(UnreadableError, match="2027-11-09 or 2027-09-11") as refused:
        found("9/11/2027")
    assert "Choose for the sheet whether the day or the month comes first" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2027-11-09 09:30", time(9, 30)),
        ("2027-11-09T09:30:00", time(9, 30)),
        ("9.11.2027, 9:30 Uhr", time(9, 30)),
        ("9.11.2027 9.30", time(9, 30)),
        ("Nov 9 2027 9:30 am", time(9, 30)),
        ("9 nov. 2027 à 9h30", time(9, 30)),
        ("9 Nov 2027 at 9 pm", time(21)),
        ("9.11.2027 um 9 Uhr", time(9)),
    ],
)
def test_a_time_beside_the_date_is_read_too(text, clock):
    assert found(text) == FoundDay(NINTH, clock)


@pytest.mark.parametrize("text", ["2027-11-09T08:30:00Z", "2027-11-09T09:30+01:00"])
def test_a_moment_with_its_offset_is_the_moment(text):
    assert found(text).instant == datetime(2027, 11, 9, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["TBD", "?", "day 3", "T-2", "", "Friday", "Nov 2027"])
def test_an_open_day_is_no_error(text):
    assert found(text) == FoundDay()


@pytest.mark.parametrize(
    "text",
    [
        *("31.02.2027", "2027-02-30", "13/13/2027", "30.2.", "hello", "2027"),
        *("9,11,2027", "9.11.20277", "9 foo Nov", "2027-11-09 25:00", "9.11.2027 soon"),
        *("12", "31 November 2027", "November 31", "10:30 9 Nov"),
        *("1" * 5_000, "17 November " + "1" * 5_000),
        *("9999-12-31", "0001-01-01T00:00+14:00", "9999-12-31T23:59:59.9-12:00", "9.11.1900"),
    ],
)
def test_what_is_no_date_is_said_so(text):
    with pytest.raises(UnreadableError, match=re.escape(f"“{text}” is not a date. Correct")):
        found(text)


@given(
    st.dates(date(2020, 1, 1), date(2050, 1, 1)),
    st.sampled_from(["en", "de", "fr", "es", "pt", "it"]),
    st.sampled_from(["long", "full", "d MMM yyyy", "dd.MM.yyyy", "yyyy-MM-dd"]),
)
def test_any_day_written_out_comes_back(day, language, pattern):
    assert found(format_date(day, pattern, language)).day == day


@given(st.dates(date(2020, 1, 1), date(2050, 1, 1)), st.booleans())
def test_any_day_in_numbers_comes_back_in_the_order_of_its_sheet(day, day_first):
    text = day.strftime("%d/%m/%Y" if day_first else "%m/%d/%y")
    assert found(text, day_first=day_first).day == day


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Cell(datetime(2027, 11, 9)), FoundDay(NINTH)),
        (Cell(datetime(2027, 11, 9, 9, 30), has_clock=True), FoundDay(NINTH, time(9, 30))),
        (Cell(datetime(2027, 11, 9), has_clock=True), FoundDay(NINTH, time(0))),
        (Cell(46700.0), FoundDay(NINTH)),
        (Cell(46700.3958333333), FoundDay(NINTH, time(9, 30))),
        (Cell("46700"), FoundDay(NINTH)),
        (Cell("46700.5"), FoundDay(NINTH, time(12))),
        (Cell("9.11.2027"), FoundDay(NINTH)),
        (Cell(), FoundDay()),
    ],
)
def test_a_cell_holds_a_date_as_text_as_date_or_as_serial_number(cell, expected):
    assert read_day(cell, day_first=None, today=TODAY, epoch=WINDOWS_EPOCH) == expected


def test_serial_numbers_of_old_macs_count_from_1904():
    cell = Cell(46700.0 - 1462)
    assert read_day(cell, day_first=None, today=TODAY, epoch=date(1904, 1, 1)).day == NINTH


@pytest.mark.parametrize("year", [1900, 9999])
def test_a_date_far_from_any_plan_is_a_mistake(year):
    cell = Cell(datetime(year, 12, 31, 23, 59, 59), has_clock=True)
    with pytest.raises(UnreadableError, match=f"“{year}-12-31 23:59” is not a date"):
        read_day(cell, day_first=None, today=TODAY, epoch=WINDOWS_EPOCH)


def test_a_number_as_long_as_a_cell_is_no_date():
    with pytest.raises(UnreadableError, match="is not a date"):
        read_day(Cell("1" * 50_000), day_first=None, today=TODAY, epoch=WINDOWS_EPOCH)


@pytest.mark.parametrize("number", [0.0, 12.0, 2027.0, 99_999.0, -5.0])
def test_other_numbers_are_no_dates(number):
    with pytest.raises(UnreadableError, match="is not a date"):
        read_day(Cell(number), day_first=None, today=TODAY, epoch=WINDOWS_EPOCH)


def test_two_digits_are_a_year_of_this_century():
    assert (full_year("27"), full_year("1999")) == (2027, 1999)


def test_a_day_that_no_calendar_has_is_nothing():
    assert date_or_nothing(2027, 2, 29) is None
    assert date_or_nothing(2028, 2, 29) == date(2028, 2, 29)


def test_a_time_of_another_cell_counts_before_one_beside_the_date():
    day = FoundDay(NINTH, time(7))
    assert at_clock(day, FoundClock()).clock == time(7)
    assert at_clock(day, FoundClock(time(9, 30), is_span=True)) == FoundDay(
        NINTH, time(9, 30), is_span=True
    )


def test_a_time_on_the_clock_of_a_zone_is_a_moment():
    moment = datetime(2027, 11, 9, 8, 30, tzinfo=UTC)
    berlin = FoundClock(time(9, 30), "Europe/Berlin")
    assert at_clock(FoundDay(NINTH), berlin, zone="Asia/Tokyo").instant == moment
    assert at_clock(FoundDay(NINTH), FoundClock(time(17, 30)), zone="Asia/Tokyo").instant == moment
    assert at_clock(FoundDay(), berlin).instant is None
