"""The roster, as it stands."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.domain.duty import EVERY_MARKET, NO_ROSTER, DutyId, Gap, Roster, Shift, Week
from app.domain.market import MarketId
from app.errors import CalendarFileError, RefusedError
from app.storage import people
from app.storage.chain import record
from app.storage.duty import roster, save_duty
from tests.app.storage.ground import GERMANY, REVIEWERS

BEN = REVIEWERS[0].id
SHIFT = Shift(
    DutyId("s"), BEN, GERMANY.id, datetime(2030, 3, 9, 8), datetime(2030, 3, 9, 20), "Europe/Berlin"
)
WEEK = Week(
    DutyId("w"),
    BEN,
    EVERY_MARKET,
    time(9),
    time(0),
    "Europe/Paris",
    frozenset({0, 4}),
    on_holidays=True,
    since=date(2030, 1, 1),
    until=date(2030, 6, 30),
)
ALWAYS = Week(DutyId("a"), BEN, MarketId("de"), time(9), time(18), "UTC")
GAP = Gap(DutyId("g"), GERMANY.id, datetime(2030, 12, 24), datetime(2030, 12, 27), "Europe/Berlin")


def test_a_new_calendar_has_no_roster(engine):
    assert roster(engine) == NO_ROSTER


def test_duty_comes_back_whole_and_the_newest_version_counts(desk, engine):
    for duty in (replace(SHIFT, zone="UTC"), SHIFT, WEEK, ALWAYS, GAP):
        save_duty(engine, desk.stamp("ben"), duty, "So")
    assert roster(engine) == Roster((SHIFT,), (WEEK, ALWAYS), (GAP,))


@pytest.mark.parametrize("duty", [SHIFT, WEEK, GAP])
def test_what_is_retired_counts_no_longer_until_it_is_saved_again(desk, engine, duty):
    save_duty(engine, desk.stamp("ben"), duty, "")
    whole = roster(engine)
    save_duty(engine, desk.stamp("ben"), duty, "Ill", is_active=False)
    assert roster(engine) == NO_ROSTER
    save_duty(engine, desk.stamp("ben"), duty, "Well again")
    assert roster(engine) == whole


def test_whoever_has_left_the_team_is_on_no_roster(desk, engine):
    save_duty(engine, desk.stamp("eva"), SHIFT, "")
    people.save_person(engine, desk.stamp("olga"), replace(REVIEWERS[0], is_active=False))
    assert roster(engine) == NO_ROSTER


def test_a_planner_puts_nobody_on_duty(desk, engine):
    with pytest.raises(RefusedError, match="reviewer"):
        save_duty(engine, desk.stamp("ana"), SHIFT, "")


def test_a_row_that_makes_no_sense_is_a_damaged_file(desk, engine):
    row = {"gap_id": "g", "market": "de", "starts": "never", "ends": "x", "zone": "UTC"}
    row |= {"is_active": 1, "reason": ""}
    record(engine, desk.stamp("ben"), "save", "duty_gap", row)
    with pytest.raises(CalendarFileError):
        roster(engine)
