"""Who is there to answer, in which market, when."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.duty import EVERY_MARKET, NO_ROSTER, DutyId, Gap, Roster, Shift, Span, Week
from app.domain.market import MarketId
from app.domain.person import PersonId

BERLIN = "Europe/Berlin"
GERMANY, FRANCE = MarketId("m-de"), MarketId("m-fr")
LENA, MARC = PersonId("lena"), PersonId("marc")
WORKDAYS = frozenset(range(5))
OFFICE = Week(DutyId("w1"), LENA, GERMANY, time(9), time(18), BERLIN, WORKDAYS)
MONDAY = date(2026, 6, 15)


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def shift(starts, ends, name="s1", market=GERMANY):
    moments = map(datetime.fromisoformat, (starts, ends))
    return Shift(DutyId(name), MARC, market, *moments, BERLIN)


def gap(starts, ends, market=GERMANY):
    return Gap(DutyId("g1"), market, *map(datetime.fromisoformat, (starts, ends)), BERLIN)


@pytest.mark.parametrize(
    ("instant", "who"),
    [
        ("2026-06-15T07:00", (LENA,)),
        ("2026-06-15T06:59", ()),
        ("2026-06-15T15:59", (LENA,)),
        ("2026-06-15T16:00", ()),
        ("2026-06-13T10:00", ()),
        ("2026-12-14T08:00", (LENA,)),
        ("2026-12-14T07:30", ()),
    ],
)
def test_a_weekly_pattern_follows_the_clocks_of_its_zone(instant, who):
    assert Roster(weeks=(OFFICE,)).on_duty(GERMANY, utc(instant)) == who


def test_a_night_watch_ends_on_the_next_day():
    night = Week(DutyId("w2"), MARC, GERMANY, time(22), time(6), BERLIN, frozenset({4}))
    roster = Roster(weeks=(night,))
    assert roster.on_duty(GERMANY, utc("2026-06-20T03:00")) == (MARC,)
    assert roster.on_duty(GERMANY, utc("2026-06-19T03:00")) == ()


def test_midnight_is_the_end_of_the_day():
    whole = Week(DutyId("w3"), LENA, GERMANY, time(0), time(0), BERLIN)
    assert not Roster(weeks=(whole,)).uncovered(
        Span(utc("2026-06-15T00:00"), utc("2026-06-18T00:00"))
    )


@pytest.mark.parametrize(("on_holidays", "who"), [(False, ()), (True, (LENA,))])
def test_most_patterns_rest_on_days_off(on_holidays, who):
    week = Week(
        DutyId("w1"), LENA, GERMANY, time(9), time(18), BERLIN, WORKDAYS, on_holidays=on_holidays
    )
    there = Roster(weeks=(week,)).on_duty(GERMANY, utc("2026-06-15T10:00"), {MONDAY})
    assert there == who


def test_a_pattern_counts_from_its_first_day_to_its_last():
    week = Week(
        DutyId("w1"),
        LENA,
        GERMANY,
        time(9),
        time(18),
        BERLIN,
        since=MONDAY,
        until=MONDAY + timedelta(days=1),
    )
    roster = Roster(weeks=(week,))
    there = [bool(roster.on_duty(GERMANY, utc(f"2026-06-{day}T10:00"))) for day in range(14, 18)]
    assert there == [False, True, True, False]


def test_in_a_gap_nobody_is_there_unless_a_shift_says_so():
    roster = Roster(
        (shift("2026-06-15T12:00", "2026-06-15T13:00"),),
        (OFFICE,),
        (gap("2026-06-15T11:00", "2026-06-15T15:00"),),
    )
    uncovered = roster.uncovered(Span(utc("2026-06-15T08:00"), utc("2026-06-15T16:00")))
    assert uncovered == (
        Span(utc("2026-06-15T09:00"), utc("2026-06-15T10:00")),
        Span(utc("2026-06-15T11:00"), utc("2026-06-15T13:00")),
    )
    assert roster.on_duty(GERMANY, utc("2026-06-15T10:30")) == (MARC,)


def test_duty_that_overlaps_covers_once():
    roster = Roster((shift("2026-06-15T08:00", "2026-06-15T10:00"),), (OFFICE,))
    assert not roster.uncovered(Span(utc("2026-06-15T06:00"), utc("2026-06-15T16:00")))
    assert roster.on_duty(GERMANY, utc("2026-06-15T07:30")) == (MARC, LENA)


def test_each_market_has_its_own_duty_and_that_of_all_markets():
    everywhere = shift("2026-06-15T12:00", "2026-06-15T13:00", "s2", market=EVERY_MARKET)
    roster = Roster((everywhere,), (OFFICE,))
    assert roster.on_duty(FRANCE, utc("2026-06-15T10:30")) == (MARC,)
    assert roster.of(FRANCE) == Roster((everywhere,))
    assert roster.of(FRANCE) is roster.of(FRANCE)


def test_a_market_without_any_duty_is_not_known():
    assert not Roster((), (OFFICE,)).of(FRANCE).is_known
    assert not Roster(gaps=(gap("2026-06-15T12:00", "2026-06-15T13:00"),)).is_known
    assert NO_ROSTER.of(FRANCE) is NO_ROSTER.near(MONDAY) is NO_ROSTER


def test_the_clocks_that_are_put_forward_shorten_a_night_and_put_back_lengthen_it():
    night = Week(DutyId("w2"), MARC, GERMANY, time(22), time(6), BERLIN)
    assert night.on(date(2027, 3, 27)).length == timedelta(hours=7)
    assert night.on(date(2026, 10, 24)).length == timedelta(hours=9)


def test_a_shift_of_another_week_is_not_near():
    near = shift("2026-06-14T22:00", "2026-06-15T06:00")
    far = shift("2026-06-25T22:00", "2026-06-26T06:00", "s2")
    roster = Roster((near, far), (OFFICE,), (gap("2026-07-01T00:00", "2026-07-02T00:00"),))
    assert roster.near(MONDAY) == Roster((near,), (OFFICE,))
    assert roster.near(None) is NO_ROSTER


@pytest.mark.parametrize("day", [date.min, date.max])
def test_near_the_ends_of_the_calendar_only_patterns_count(day):
    assert Roster((shift("2026-06-14T22:00", "2026-06-15T06:00"),), (OFFICE,)).near(day) == Roster(
        weeks=(OFFICE,)
    )


def test_equal_rosters_are_equal_wherever_they_were_made():
    assert Roster(weeks=(OFFICE,)) == Roster(weeks=(OFFICE,))
    assert len({Roster(weeks=(OFFICE,)), Roster(weeks=(OFFICE,)), NO_ROSTER}) == 2


def test_a_span_is_never_shorter_than_nothing():
    early, late = utc("2026-06-15T06:00"), utc("2026-06-15T07:00")
    assert Span(late, early).length == timedelta()


MOMENTS = st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30))


@given(MOMENTS, st.integers(1, 48), st.lists(st.tuples(MOMENTS, st.integers(1, 30)), max_size=3))
def test_what_is_covered_and_what_is_not_make_up_the_whole(start, hours, shifts):
    span = Span(start.replace(tzinfo=UTC), start.replace(tzinfo=UTC) + timedelta(hours=hours))
    roster = Roster(
        tuple(
            Shift(DutyId(f"s{n}"), LENA, GERMANY, at, at + timedelta(hours=long), "UTC")
            for n, (at, long) in enumerate(shifts)
        ),
        (OFFICE,),
    )
    missing = roster.uncovered(span)
    assert list(missing) == sorted(missing)
    for piece in missing:
        assert piece.length
        assert not roster.on_duty(GERMANY, piece.starts + piece.length / 2)
        for _person, covered in roster.duty(span):
            assert not covered.within(piece).length
