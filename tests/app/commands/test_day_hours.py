from dataclasses import replace
from datetime import date, time
from types import SimpleNamespace

import pytest

from app.commands.day_hours import DAY, MORNING, DayHours, Stretch, closed_on, day_hours
from app.domain.duty import NO_ROSTER, DutyId, Roster, Week
from app.domain.market import EVERY_WEEKDAY, PublishingHours
from app.domain.person import PersonId
from tests.builders.ui import GERMANY

MONDAY = date(2026, 11, 2)
BERLIN = "Europe/Berlin"


def minutes(hour: int, minute: int = 0) -> int:
    return hour * 60 + minute


def publishing(opens, closes, weekdays=EVERY_WEEKDAY):
    return replace(GERMANY, hours=PublishingHours(time(opens), time(closes), weekdays))


def week(starts, ends, *, zone=BERLIN, on_holidays=True):
    return Week(
        DutyId(f"{starts}"),
        PersonId("mia"),
        GERMANY.id,
        time(starts),
        time(ends),
        zone,
        on_holidays=on_holidays,
    )


def hours(roster=NO_ROSTER, day=MONDAY, market=GERMANY) -> DayHours:
    setting = SimpleNamespace(team=SimpleNamespace(roster=roster))
    return day_hours(setting, market, day)


@pytest.mark.parametrize(
    ("market", "day", "closed"),
    [
        (GERMANY, MONDAY, [(0, MORNING)]),
        (publishing(8, 20), MONDAY, [(0, minutes(8)), (minutes(20), DAY)]),
        (publishing(8, 0), MONDAY, [(0, minutes(8))]),
        (publishing(18, 2), MONDAY, [(minutes(2), minutes(18))]),
        (publishing(8, 20, frozenset({1})), MONDAY, [(0, DAY)]),
    ],
)
def test_what_lies_outside_the_publishing_hours_is_closed(market, day, closed):
    assert [(one.starts, one.ends) for one in closed_on(market, day)] == closed


def test_without_a_roster_nobody_says_who_is_there():
    assert hours().unattended is None


def test_nobody_is_there_between_duties():
    found = hours(Roster(weeks=(week(9, 12), week(14, 18))))
    assert found.unattended == (
        Stretch(0, minutes(9)),
        Stretch(minutes(12), minutes(14)),
        Stretch(minutes(18), DAY),
    )


def test_duty_is_shown_by_the_clocks_of_the_market():
    found = hours(Roster(weeks=(week(0, 0, zone="UTC"),)))
    assert found.unattended == ()
    tokyo = hours(Roster(weeks=(week(9, 17, zone="Asia/Tokyo"),)))
    assert tokyo.unattended == (Stretch(0, minutes(1)), Stretch(minutes(9), DAY))


def test_on_a_public_holiday_a_pattern_rests():
    christmas = date(2026, 12, 25)
    assert hours(Roster(weeks=(week(0, 0, on_holidays=False),)), christmas).unattended == (
        Stretch(0, DAY),
    )


def test_clocks_that_go_forward_skip_an_hour():
    found = hours(day=date(2027, 3, 28))
    assert found.skipped == Stretch(minutes(2), minutes(3))
    assert found.doubled is None


def test_clocks_that_go_back_show_an_hour_twice():
    found = hours(day=date(2026, 10, 25))
    assert found.doubled == Stretch(minutes(2), minutes(3))
    assert found.skipped is None


def test_half_an_hour_is_enough_in_lord_howe():
    market = replace(GERMANY, zone="Australia/Lord_Howe")
    assert hours(day=date(2027, 4, 4), market=market).doubled == Stretch(90, 120)


def test_most_days_have_every_minute_once():
    assert (hours().skipped, hours().doubled) == (None, None)


def test_a_stretch_holds_its_first_minute_and_not_its_end():
    assert Stretch(10, 20).holds(10)
    assert not Stretch(10, 20).holds(20)
