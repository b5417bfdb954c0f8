"""Times of day as planners write them."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.cells import Cell, UnreadableError
from app.exchange.clock_times import (
    FoundClock,
    clock_time_in,
    read_clock_time,
    to_the_minute,
    zone_in,
)


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
        (Cell(" "), None),
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
    assert read_clock_time(cell) == FoundClock(clock)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ab 9 Uhr", FoundClock(time(9))),
        ("ca. 10 Uhr", FoundClock(time(10))),
        ("at 9:30 am", FoundClock(time(9, 30))),
        ("à 9h30", FoundClock(time(9, 30))),
        ("0,3958333333", FoundClock(time(9, 30))),
        ("0,75", FoundClock(time(18))),
        ("0.395833", FoundClock(time(9, 30))),
        ("9:30 - 10:00", FoundClock(time(9, 30), is_span=True)),
        ("9–11 Uhr", FoundClock(time(9), is_span=True)),
        ("2-4 pm", FoundClock(time(14), is_span=True)),
        ("von 9 bis 11 Uhr", FoundClock(time(9), is_span=True)),
        ("9:30 CET", FoundClock(time(9, 30), "Europe/Berlin")),
        ("09:30 (UK)", FoundClock(time(9, 30), "Europe/London")),
        ("9-10 am EST", FoundClock(time(9), "America/New_York", is_span=True)),
        *((vague, FoundClock()) for vague in ("TBD", "-", "morning", "Vormittags", "après-midi")),
    ],
)
def test_what_people_write_around_a_time_is_understood(text, found):
    assert read_clock_time(Cell(text)) == found


@pytest.mark.parametrize(
    "text", ["9:30 XYZ", "0,9999x", "soon", "9-99", "99-9", "bis 9", "10:30 - " + "1" * 5_000]
)
def test_what_is_no_time_in_a_cell_is_said_so(text):
    with pytest.raises(UnreadableError, match=f"“{text}” is not a time of day"):
        read_clock_time(Cell(text))


@pytest.mark.parametrize(
    ("header", "zone"),
    [
        ("Time (CET)", "Europe/Berlin"),
        ("Uhrzeit [MEZ]", "Europe/Berlin"),
        ("Publish time (UK time)", "Europe/London"),
        ("Time (local)", ""),
        ("Date et heure", ""),
        ("Time (IST)", ""),
    ],
)
def test_a_header_names_a_zone_in_brackets_if_it_means_only_one(header, zone):
    assert zone_in(header) == zone


def test_seconds_are_never_silently_dropped():
    with pytest.raises(UnreadableError, match="09:30:20 has seconds"):
        to_the_minute(datetime(2027, 11, 9, 9, 30, 20))
