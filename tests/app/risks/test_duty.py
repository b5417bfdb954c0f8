"""Whether somebody is there to answer when a post goes out."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.domain.duty import DutyId, Gap, Roster, Shift, Week
from app.domain.flag import Severity
from app.domain.person import PersonId
from app.domain.team import Team
from app.risks.assess import assess_place
from app.risks.duty import nobody_there
from app.risks.fact_versions import facts_version, version_of_day
from tests.app.risks.builders import GERMANY, facts, post

LENA = PersonId("lena")
WORKDAYS = frozenset(range(5))
OFFICE = Week(DutyId("w"), LENA, GERMANY.id, time(9), time(18), GERMANY.zone, WORKDAYS)


def where(*weeks, shifts=(), gaps=()):
    return replace(facts(), team=Team(roster=Roster(shifts, weeks, gaps)))


def flags(here, local):
    return list(nobody_there(post(here, local=local), here))


@pytest.mark.parametrize(
    ("local", "hours"),
    [
        (datetime(2026, 6, 10, 20), "20:00–22:00"),
        (datetime(2026, 6, 10, 17, 0), "18:00–19:00"),
        (datetime(2026, 6, 10, 7, 30), "07:30–09:00"),
        (datetime(2026, 6, 13, 12), "12:00–14:00"),
        (datetime(2026, 12, 25, 10), "10:00–12:00"),
        (datetime(2026, 10, 25, 2, 30), "02:30–03:30"),
    ],
)
def test_a_post_after_which_nobody_is_there_is_a_caution(local, hours):
    (flag,) = flags(where(OFFICE), local)
    assert (flag.severity, flag.key) == (Severity.CAUTION, "duty.nobody")
    assert flag.headline == f"Nobody on duty {hours}"


@pytest.mark.parametrize(
    "local",
    [datetime(2026, 6, 10, 9), datetime(2026, 6, 10, 16), None],
)
def test_a_post_within_the_hours_of_duty_is_left_alone(local):
    assert not flags(where(OFFICE), local)


@pytest.mark.parametrize("local", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)])
def test_the_ends_of_the_calendar_break_nothing(local):
    assert not flags(where(OFFICE), local)


def test_half_an_hour_without_anybody_is_no_risk():
    assert not flags(where(OFFICE), datetime(2026, 6, 10, 16, 30))


def test_a_market_without_a_roster_is_left_alone():
    assert not flags(facts(), datetime(2026, 6, 13, 3))


def test_a_pattern_that_counts_on_holidays_covers_them():
    assert not flags(where(replace(OFFICE, on_holidays=True)), datetime(2026, 12, 25, 10))


def test_a_shift_covers_a_holiday_and_a_gap_uncovers_a_working_day():
    day = (datetime(2026, 12, 25, 8), datetime(2026, 12, 25, 20))
    shift = Shift(DutyId("s"), LENA, GERMANY.id, *day, GERMANY.zone)
    assert not flags(where(OFFICE, shifts=(shift,)), datetime(2026, 12, 25, 10))
    outing = (datetime(2026, 6, 10, 8), datetime(2026, 6, 10, 20))
    gap = Gap(DutyId("g"), GERMANY.id, *outing, GERMANY.zone)
    assert flags(where(OFFICE, gaps=(gap,)), datetime(2026, 6, 10, 10))


def test_another_gap_has_not_been_seen_yet_and_the_same_one_has():
    (one,) = flags(where(OFFICE), datetime(2026, 6, 10, 20))
    (same,) = flags(
        where(OFFICE, replace(OFFICE, person=PersonId("marc"))), datetime(2026, 6, 10, 20)
    )
    (other,) = flags(where(OFFICE), datetime(2026, 6, 10, 19))
    assert one.key == same.key == other.key
    assert one.mark == same.mark != other.mark


def test_whoever_drags_a_post_sees_that_nobody_is_there():
    here = where(OFFICE)
    assert "duty.nobody" in {
        flag.rule for flag in assess_place(post(here, local=datetime(2026, 6, 13, 12)), here)
    }


def test_a_shift_of_another_week_leaves_stored_flags_as_they_are():
    before = where(OFFICE)
    day = (datetime(2026, 7, 25, 8), datetime(2026, 7, 25, 20))
    after = where(OFFICE, shifts=(Shift(DutyId("s"), LENA, GERMANY.id, *day, GERMANY.zone),))
    assert facts_version(before) == facts_version(after)

    def version(here, day):
        return version_of_day(facts_version(here), here, day)

    assert version(before, date(2026, 6, 10)) == version(after, date(2026, 6, 10))
    assert version(before, date(2026, 7, 25)) != version(after, date(2026, 7, 25))
    assert version(before, None) == version(after, None)
    assert version(facts(), date(2026, 6, 10)) == facts_version(facts())
    assert version(facts(), date(2026, 6, 10)) != version(before, date(2026, 6, 10))
