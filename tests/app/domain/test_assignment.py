"""By when a post must be decided."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.assignment import Assignment, decide_by
from app.domain.flag import Severity
from app.domain.wall_time import instant_of

BERLIN = "Europe/Berlin"


def usual(local: datetime, severity: Severity | None = None, given: datetime | None = None):
    instant = instant_of(local, BERLIN)
    return decide_by(local, instant, severity, Assignment(decide_by=given))


@pytest.mark.parametrize(
    ("local", "severity", "due"),
    [
        (datetime(2027, 11, 18, 10), None, datetime(2027, 11, 17, 9)),
        (datetime(2027, 11, 18, 10), Severity.CAUTION, datetime(2027, 11, 17, 9)),
        (datetime(2027, 11, 18, 10), Severity.STOP, datetime(2027, 11, 16, 9)),
        (datetime(2027, 11, 18, 10), Severity.BLOCKED, datetime(2027, 11, 16, 9)),
        (datetime(2027, 11, 14, 10), None, datetime(2027, 11, 12, 9)),  # for a Sunday
        (datetime(2027, 11, 15, 10), None, datetime(2027, 11, 12, 9)),  # for a Monday
        (datetime(2027, 11, 16, 10), Severity.STOP, datetime(2027, 11, 12, 9)),  # for a Tuesday
    ],
)
def test_the_usual_moment_is_a_day_before_or_two_at_a_stop_and_never_on_a_weekend(
    local, severity, due
):
    assert usual(local, severity) == due.replace(tzinfo=UTC)


def test_a_weekend_of_friday_and_saturday_is_left_out_as_well():
    local = datetime(2027, 11, 14, 10)  # a Sunday, and a working day there
    instant = instant_of(local, "Asia/Riyadh")
    due = decide_by(local, instant, None, weekend=frozenset({4, 5}))
    assert due == datetime(2027, 11, 11, 7, tzinfo=UTC)


def test_a_moment_that_was_given_counts_as_long_as_it_comes_before_the_post():
    local = datetime(2027, 11, 18, 10)
    given = datetime(2027, 11, 13, 9, tzinfo=UTC)
    assert usual(local, given=given) == given
    assert usual(local, given=given + timedelta(days=9)) == usual(local)


def test_a_post_without_a_date_has_only_the_moment_that_was_given():
    given = datetime(2027, 11, 13, 9, tzinfo=UTC)
    assert decide_by(None, None, None) is None
    assert decide_by(None, None, None, Assignment(decide_by=given)) == given
