"""Times of day as planners write them."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.cells import Cell, UnreadableError
from app.exchange.clock_times import clock_time_in, read_clock_time, to_the_minute


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9:30", time(9, 30)),
        ("09:30:00", time(9, 30)),
        ("9.30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("9 h 30", time(9, 30)),
        ("9h", time(9)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("1830 Uhr", time(18, 30)),
        ("9:30 am", time(9, 30)),
        ("9:30PM", time(21, 30)),
        ("9 p.m.", time(21)),
        ("12 am", time(0)),
        ("12:15 pm", time(12, 15)),
        ("21 Uhr", time(21)),
        ("9 Uhr 30", time(9, 30)),
        ("21:30 Uhr", time(21, 30)),
        ("9 o'clock", time(9)),
        ("9", time(9)),
        ("00:00", time(0)),
        ("noon", time(12)),
        ("Mittag", time(12)),
        ("9\u202f:\u202f30", time(9, 30)),
    ],
)
def test_every_usual_way_to_write_a_time_is_read(text, clock):
    assert clock_time_in(text) == clock


@pytest.mark.parametrize(
    "text",
    [
        *("25:00", "24:00", "9:60", "9:30:15", "13 pm", "0 am", "morning", "9-11", "9:3", "9.5"),
        *("99", "midnight", "9:30 CET", "2500", "Di", "9,30", "12345"),
    ],
)
def test_what_is_no_time_is_said_so(text):
    with pytest.raises(UnreadableError, match=f"“{text}” is not a time of day"):
        clock_time_in(text)


@given(st.times())
def test_every_minute_of_the_day_comes_back(clock):
    clock = clock.replace(second=0, microsecond=0)
    for pattern in ("%H:%M", "%H.%M", "%Hh%M", "%H%M", "%I:%M %p"):
        assert clock_time_in(clock.strftime(pattern)) == clock


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        (Cell(), None),
        (Cell(time(9, 30)), time(9, 30)),
        (Cell(time(9, 29, 59, 999_999)), time(9, 30)),
        (Cell(datetime(1899, 12, 30, 9, 30), has_clock=True), time(9, 30)),
        (Cell(0.3958333333), time(9, 30)),
        (Cell(0.0), time(0)),
        (Cell(9.0), time(9)),
        (Cell(930.0), time(9, 30)),
        (Cell("9:30"), time(9, 30)),
    ],
)
def test_a_cell_holds_a_time_as_text_as_time_or_as_fraction_of_a_day(cell, clock):
    assert read_clock_time(cell) == clock


def test_seconds_are_never_silently_dropped():
    with pytest.raises(UnreadableError, match="09:30:20 has seconds"):
        to_the_minute(datetime(2027, 11, 9, 9, 30, 20))
