"""Publishing hours of a market."""

from datetime import datetime, time

import pytest

from app.domain.market import PublishingHours

WORKDAYS = PublishingHours(time(8), time(20), frozenset(range(5)))
LATE = PublishingHours(time(18), time(0))
NIGHT = PublishingHours(time(18), time(2), frozenset({4, 5}))


@pytest.mark.parametrize(
    ("hours", "local", "inside"),
    [
        (WORKDAYS, datetime(2027, 11, 9, 8, 0), True),
        (WORKDAYS, datetime(2027, 11, 9, 19, 59), True),
        (WORKDAYS, datetime(2027, 11, 9, 20, 0), False),
        (WORKDAYS, datetime(2027, 11, 9, 7, 59), False),
        (WORKDAYS, datetime(2027, 11, 7, 12, 0), False),
        (LATE, datetime(2027, 11, 9, 23, 59), True),
        (LATE, datetime(2027, 11, 9, 0, 0), False),
        (NIGHT, datetime(2027, 11, 12, 20, 0), True),
        (NIGHT, datetime(2027, 11, 14, 1, 59), True),
        (NIGHT, datetime(2027, 11, 14, 2, 0), False),
        (NIGHT, datetime(2027, 11, 12, 1, 0), False),
        (NIGHT, datetime(2027, 11, 14, 20, 0), False),
    ],
)
def test_hours_are_the_markets_own_and_midnight_ends_the_day(hours, local, inside):
    assert hours.contain(local) is inside


def test_from_an_hour_to_the_same_hour_is_around_the_clock():
    always = PublishingHours(time(8), time(8))
    assert all(always.contain(datetime(2027, 11, 9, hour)) for hour in range(24))
