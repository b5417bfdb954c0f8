"""Who is there on which day, when nobody is, and who can be called now."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.commands.duty_days import DutyDay, Hours, duty_days, duty_gaps, on_duty
from app.domain.duty import EVERY_MARKET, NO_ROSTER, DutyId, Gap, Roster, Shift, Week
from app.domain.market import Market, MarketId, PublishingHours
from app.domain.person import PersonId

LENA, MARC = PersonId("lena"), PersonId("marc")
HOURS = PublishingHours(time(8), time(20), frozenset(range(6)))
GERMANY = Market(MarketId("DE"), "DE", "Germany", "DE", ("de",), "Europe/Berlin", hours=HOURS)
FRANCE = Market(MarketId("FR"), "FR", "France", "FR", ("fr",), "Europe/Paris")
MONDAY = date(2027, 11, 15)
SUNDAY = MONDAY + timedelta(days=6)
OFFICE = Week(
    DutyId("w"), LENA, GERMANY.id, time(8), time(18), "Europe/Berlin", frozenset(range(5))
)
LATE = Shift(
    DutyId("s"),
    MARC,
    GERMANY.id,
    datetime(2027, 11, 15, 18),
    datetime(2027, 11, 16, 2),
    "Europe/Berlin",
)
ROSTER = Roster((LATE,), (OFFICE,))


def at(day, hour, minute=0):
    return datetime.combine(day, time(hour, minute))


def gaps_of(roster, market=GERMANY, first=MONDAY, last=SUNDAY):
    return {
        day: found for (_market, day), found in duty_gaps(roster, [market], first, last).items()
    }


def test_a_day_shows_who_is_there_and_when_on_the_clocks_of_the_market():
    days = duty_days(ROSTER, GERMANY, MONDAY, MONDAY + timedelta(days=1))
    assert days[MONDAY].there == {
        LENA: (Hours(at(MONDAY, 8), at(MONDAY, 18)),),
        MARC: (Hours(at(MONDAY, 18), at(MONDAY + timedelta(days=1), 0)),),
    }
    assert days[MONDAY].nobody == ()
    tuesday = MONDAY + timedelta(days=1)
    assert days[tuesday].there[MARC] == (Hours(at(tuesday, 0), at(tuesday, 2)),)
    assert days[tuesday].nobody == (Hours(at(tuesday, 18), at(tuesday, 20)),)


def test_pieces_that_touch_are_one():
    more = replace(OFFICE, id=DutyId("w2"), starts=time(17), ends=time(22))
    (hours,) = duty_days(Roster((), (OFFICE, more)), GERMANY, MONDAY, MONDAY)[MONDAY].there[LENA]
    assert (hours.starts, hours.ends) == (at(MONDAY, 8), at(MONDAY, 22))
    apart = replace(more, starts=time(20))
    there = duty_days(Roster((), (OFFICE, apart)), GERMANY, MONDAY, MONDAY)[MONDAY].there[LENA]
    assert len(there) == 2


def test_without_a_roster_nothing_is_missing():
    assert duty_days(NO_ROSTER, GERMANY, MONDAY, MONDAY) == {MONDAY: DutyDay()}
    assert duty_gaps(NO_ROSTER, [GERMANY], MONDAY, SUNDAY) == {}


def test_a_gap_lies_within_the_publishing_hours_of_its_weekday():
    found = gaps_of(ROSTER)
    saturday = MONDAY + timedelta(days=5)
    assert MONDAY not in found
    assert found[saturday] == (Hours(at(saturday, 8), at(saturday, 20)),)
    assert SUNDAY not in found  # nothing is published on it


def test_what_is_too_short_to_flag_a_post_is_no_gap():
    nearly = replace(OFFICE, ends=time(19, 30))
    assert MONDAY not in gaps_of(Roster((), (nearly,)))


def test_on_a_public_holiday_weekly_duty_rests():
    repentance = Market(
        MarketId("SN"), "SN", "Saxony", "DE", ("de",), "Europe/Berlin", "", ("DE-SN",), HOURS
    )
    office = replace(OFFICE, market=EVERY_MARKET)
    wednesday = MONDAY + timedelta(days=2)
    assert wednesday in gaps_of(Roster((), (office,)), repentance)
    here = gaps_of(Roster((), (office,)), GERMANY)[wednesday]
    assert here == (Hours(at(wednesday, 18), at(wednesday, 20)),)


def test_hours_that_end_on_the_next_day_are_looked_at_to_their_end():
    night = replace(GERMANY, hours=PublishingHours(time(20), time(2)))
    found = gaps_of(ROSTER, night)
    assert MONDAY not in found
    tuesday = MONDAY + timedelta(days=1)
    assert found[tuesday] == (Hours(at(tuesday, 20), at(tuesday + timedelta(days=1), 2)),)


def test_where_posts_go_out_at_any_hour_only_an_empty_day_is_a_gap():
    office = replace(OFFICE, market=FRANCE.id)
    found = gaps_of(Roster((), (office,)), FRANCE)
    assert set(found) == {MONDAY + timedelta(days=5), SUNDAY}
    (whole,) = found[SUNDAY]
    assert whole.is_whole_day
    assert not Hours(at(MONDAY, 8), at(MONDAY, 18)).is_whole_day


def test_a_day_on_which_nobody_was_to_come_is_a_gap():
    away = Gap(DutyId("g"), GERMANY.id, at(MONDAY, 0), at(SUNDAY, 0), "Europe/Berlin")
    roster = Roster((), (OFFICE,), (away,))
    assert gaps_of(roster)[MONDAY] == (Hours(at(MONDAY, 8), at(MONDAY, 20)),)


@pytest.mark.parametrize(("hour", "there"), [(7, ()), (9, (LENA,)), (19, (MARC,)), (23, (MARC,))])
def test_who_can_be_called_now_is_said_for_each_market_with_a_roster(hour, there):
    instant = datetime(2027, 11, 15, hour - 1, 30, tzinfo=UTC)  # an hour behind Berlin
    assert on_duty(ROSTER, [GERMANY, FRANCE], instant) == {GERMANY.id: there}
