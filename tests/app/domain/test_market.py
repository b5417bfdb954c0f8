"""Publishing hours of a market."""

from datetime import datetime, time

import pytest

from app.domain.market import PublishingHours

WORKDAYS = PublishingHours(time(8), time(20), frozenset(range(5)))
LATE = PublishingHours(time(18), time(0))


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
    ],
)
def test_hours_are_the_markets_own_and_midnight_ends_the_day(hours, local, inside):
    assert hours.contain(local) is inside
