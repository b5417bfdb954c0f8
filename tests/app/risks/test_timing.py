"""The hour of a post."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.flag import Severity
from app.domain.market import PublishingHours
from app.risks.timing import clock_change, midnight, publishing_hours
from tests.app.risks.builders import GERMANY, facts, post

WHERE = facts()
OFFICE = facts(replace(GERMANY, hours=PublishingHours(time(8), time(20), frozenset(range(5)))))
EVENING = facts(replace(GERMANY, hours=PublishingHours(time(18), time(0))))
MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


def at(where, local):
    return post(where, local=local)


def test_a_time_that_the_clocks_skip_cannot_leave():
    (flag,) = clock_change(at(WHERE, datetime(2027, 3, 28, 2, 30)), WHERE)
    assert (flag.rule, flag.severity) == ("timing.gap", Severity.BLOCKED)
    assert flag.headline == "02:30 does not exist on this day"
    assert flag.way_out == "Choose another time."
    assert "Europe/Berlin" in flag.why


def test_a_time_that_comes_twice_is_a_caution():
    (flag,) = clock_change(at(WHERE, datetime(2027, 10, 31, 2, 30)), WHERE)
    assert (flag.rule, flag.severity) == ("timing.overlap", Severity.CAUTION)


@given(MOMENTS)
def test_a_time_skipped_in_berlin_is_never_a_time_that_comes_twice(local):
    flags = list(clock_change(at(WHERE, local), WHERE))
    assert len(flags) <= 1
    if flags:
        assert 2 <= local.hour <= 3  # the clocks of Berlin change at night


@given(MOMENTS)
def test_nobody_is_asked_twice_about_one_hour(local):
    for where in (WHERE, OFFICE, EVENING):
        assert len(list(publishing_hours(at(where, local), where))) <= 1


@pytest.mark.parametrize("clock", [time(0), time(3, 20), time(5, 59)])
def test_the_night_is_a_caution_where_a_market_has_no_hours(clock):
    local = datetime.combine(datetime(2026, 6, 10), clock)
    (flag,) = publishing_hours(at(WHERE, local), WHERE)
    assert (flag.rule, flag.severity) == ("timing.night", Severity.CAUTION)
    assert f"{clock:%H:%M}" in flag.headline


@pytest.mark.parametrize("clock", [time(6), time(12), time(23, 59)])
def test_the_day_is_open_where_a_market_has_no_hours(clock):
    assert not list(
        publishing_hours(at(WHERE, datetime.combine(datetime(2026, 6, 10), clock)), WHERE)
    )


@pytest.mark.parametrize(
    ("local", "is_open"),
    [
        (datetime(2026, 6, 10, 8), True),
        (datetime(2026, 6, 10, 19, 59), True),
        (datetime(2026, 6, 10, 20), False),
        (datetime(2026, 6, 10, 3), False),
        (datetime(2026, 6, 13, 12), False),  # a Saturday
    ],
)
def test_outside_its_hours_a_market_asks(local, is_open):
    flags = list(publishing_hours(at(OFFICE, local), OFFICE))
    assert bool(flags) is not is_open
    for flag in flags:
        assert flag.rule == "timing.hours"
        assert flag.why == "Germany publishes 08:00–20:00, Mon, Tue, Wed, Thu, Fri."


def test_a_market_that_publishes_late_is_not_told_that_it_is_night():
    assert not list(publishing_hours(at(EVENING, datetime(2026, 6, 10, 23, 59)), EVENING))
    (flag,) = publishing_hours(at(EVENING, datetime(2026, 6, 10, 3)), EVENING)
    assert flag.why == "Germany publishes 18:00–24:00, on every day."


def test_midnight_names_the_day_that_it_begins():
    (flag,) = midnight(at(WHERE, datetime(2015, 12, 31)), WHERE)
    assert flag.severity is Severity.NOTE
    assert "31 Dec 2015" in flag.headline
    assert not list(midnight(at(WHERE, datetime(2015, 12, 31, 0, 1)), WHERE))


def test_a_post_in_the_tray_has_no_hour():
    undated = post(WHERE, local=None)
    for rule in (clock_change, publishing_hours, midnight):
        assert not list(rule(undated, WHERE))


def test_other_hours_of_the_market_are_another_fact():
    local = datetime(2026, 6, 10, 3)
    later = facts(replace(GERMANY, hours=PublishingHours(time(9), time(20))))
    (one,) = publishing_hours(at(OFFICE, local), OFFICE)
    (other,) = publishing_hours(at(later, local), later)
    assert one.key == other.key
    assert one.mark != other.mark


@given(MOMENTS, st.integers(1, 400))
def test_the_same_risk_at_another_time_has_another_mark(local, days):
    later = local + timedelta(days=days)
    for one in midnight(at(WHERE, local), WHERE):
        for other in midnight(at(WHERE, later), WHERE):
            assert one.key == other.key
            assert one.mark != other.mark


def test_the_last_minute_of_a_deadline_is_left_alone_and_midnight_only_noted_by_the_rule_for_it():
    deadline = at(EVENING, datetime(2026, 12, 31, 23, 59))
    assert not [*publishing_hours(deadline, EVENING), *midnight(deadline, EVENING)]
    (flag,) = midnight(at(EVENING, datetime(2027, 1, 1)), EVENING)
    assert flag.severity is Severity.NOTE


def test_hours_that_end_after_midnight_hold_for_the_night_after_their_day():
    night = facts(replace(GERMANY, hours=PublishingHours(time(18), time(2), frozenset({4}))))
    assert not list(publishing_hours(at(night, datetime(2026, 6, 13, 1, 30)), night))
    (flag,) = publishing_hours(at(night, datetime(2026, 6, 13, 20)), night)
    assert flag.rule == "timing.hours"
