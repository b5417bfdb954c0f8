"""Local clock times and instants."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.wall_time import (
    ClockTime,
    clock_time,
    from_stamp,
    instant_of,
    local_at,
    stamp,
    zone_of,
)

ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Africa/Casablanca"]
)
LOCALS = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1))


@pytest.mark.parametrize(
    ("local", "zone", "expected"),
    [
        (datetime(2027, 3, 28, 2, 30), "Europe/Berlin", ClockTime.NEVER),
        (datetime(2027, 10, 31, 2, 30), "Europe/Berlin", ClockTime.TWICE),
        (datetime(2027, 10, 31, 3, 0), "Europe/Berlin", ClockTime.ONCE),
        (datetime(2027, 4, 4, 1, 45), "Australia/Lord_Howe", ClockTime.TWICE),
        (datetime(2027, 11, 9, 13, 0), "Asia/Tokyo", ClockTime.ONCE),
    ],
)
def test_gaps_and_overlaps_are_known(local, zone, expected):
    assert clock_time(local, zone) is expected


@given(LOCALS, ZONES)
def test_a_time_that_happens_once_comes_back_from_its_instant(local, zone):
    if clock_time(local, zone) is ClockTime.ONCE:
        assert local_at(instant_of(local, zone), zone) == local


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)), ZONES)
def test_a_time_that_a_clock_has_shown_is_never_called_impossible(instant, zone):
    assert clock_time(local_at(instant, zone), zone) is not ClockTime.NEVER


def test_of_two_instants_the_earlier_is_meant():
    both = datetime(2027, 10, 31, 2, 30)
    assert instant_of(both, "Europe/Berlin") == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_a_stamp_keeps_the_moment_to_the_millisecond(moment):
    assert abs(from_stamp(stamp(moment)) - moment) < timedelta(milliseconds=1)


def test_a_stamp_is_utc():
    berlin = datetime(2027, 11, 9, 13, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert stamp(berlin) == "2027-11-09T12:00:00.000Z"


def test_a_zone_is_read_once_and_an_unknown_one_is_refused_each_time():
    assert zone_of("Asia/Tokyo") is zone_of("Asia/Tokyo")
    for _ in range(2):
        with pytest.raises(ZoneInfoNotFoundError):
            zone_of("Europe/Atlantis")
