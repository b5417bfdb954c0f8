"""Days of the team and switches, as they stand."""

from dataclasses import replace

import pytest

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.observance import Tone
from app.domain.team_day import EVERY_MARKET, NO_CALENDAR, DaySwitch, TeamDay
from app.errors import CalendarFileError, RefusedError
from app.storage import people, team_days
from app.storage.chain import record
from tests.app.storage.ground import REVIEWERS

GERMANY = MarketId("de")
FIRE = TeamDay(
    "team-fire",
    "The fire",
    "fixed 03-14 for 2 days",
    Tone.MOURNING,
    Severity.STOP,
    (GERMANY,),
    "Five colleagues died.",
    ("bakery fire",),
    "Pi Day",
    "https://intranet.example/fire",
)
CLOSED = TeamDay("team-closed", "Closed", "2030-01-02", Tone.RESTRICTED, Severity.NOTE)


def test_a_new_calendar_has_no_days_of_its_own(engine):
    assert team_days.team_calendar(engine) == NO_CALENDAR


def test_a_day_comes_back_whole_and_the_newest_version_counts(desk, engine):
    for day in (replace(FIRE, name="A fire"), CLOSED, FIRE):
        team_days.save_day(engine, desk.stamp("ben"), day, "So")
    assert team_days.team_calendar(engine).days == (FIRE, CLOSED)


def test_a_retired_day_is_gone_until_it_is_saved_again(desk, engine):
    team_days.save_day(engine, desk.stamp("ben"), FIRE, "")
    team_days.retire_day(engine, desk.stamp("ben"), FIRE, "Forgotten")
    assert team_days.team_calendar(engine).days == ()
    team_days.save_day(engine, desk.stamp("ben"), FIRE, "Remembered")
    assert team_days.team_calendar(engine).days == (FIRE,)


def test_switches_tell_who_decided_and_the_newest_stands_last(desk, engine):
    for who, market, is_off in (("ben", GERMANY, True), ("eva", EVERY_MARKET, True)):
        team_days.switch_day(
            engine,
            desk.stamp(who),
            observance="de-8-mai",
            market=market,
            is_off=is_off,
            reason="Not ours",
        )
    team_days.switch_day(
        engine,
        desk.stamp("ben"),
        observance="de-8-mai",
        market=GERMANY,
        is_off=False,
        reason="Ours",
    )
    assert team_days.team_calendar(engine).switches == (
        DaySwitch("de-8-mai", EVERY_MARKET, True, "Eva", "Not ours"),
        DaySwitch("de-8-mai", GERMANY, False, "Ben", "Ours"),
    )
    people.save_person(engine, desk.stamp("olga"), replace(REVIEWERS[0], name="Benedikt"))
    assert team_days.team_calendar(engine).switches[-1].by == "Benedikt"


def test_a_planner_changes_no_days(desk, engine):
    with pytest.raises(RefusedError):
        team_days.save_day(engine, desk.stamp("ana"), FIRE, "")
    with pytest.raises(RefusedError):
        team_days.switch_day(
            engine,
            desk.stamp("ana"),
            observance="x",
            market=GERMANY,
            is_off=True,
            reason="So",
        )


def test_a_row_that_makes_no_sense_is_named_as_damage(desk, engine):
    team_days.save_day(engine, desk.stamp("ben"), FIRE, "")
    row = dict(engine.read("SELECT * FROM team_day")[0]) | {"tone": "jolly"}
    row.pop("seq")
    record(engine, desk.stamp("ben"), "save", "team_day", row)
    with pytest.raises(CalendarFileError, match="cannot be read"):
        team_days.team_calendar(engine)
