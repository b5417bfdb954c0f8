"""The team's own days, and days that it switches off."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.commands.days import retire_day, save_days, switch_day
from app.commands.flags import stored_flags
from app.commands.setting import Setting
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.observance import Tone
from app.domain.team_day import LONGEST_TEXT, MOST_DAYS, TeamDay
from app.errors import InvalidInputError, MissingError, RefusedError
from app.storage import posts
from tests.builders.calendars import (
    FR_INSTAGRAM,
    FRANCE,
    GERMANY,
    LENA,
    MARC,
    POGROM_DAY,
    QUIET_DAY,
    act_as,
    knowledge,
    ready_post,
)

FIRE = TeamDay("team-fire", "The fire", "fixed 11-16", Tone.MOURNING, Severity.STOP, (GERMANY,))


@pytest.fixture(autouse=True)
def _marc_acts(session):
    act_as(session, MARC)


def kept(session, post_id):
    found = posts.by_ids(session.engine, [post_id])
    setting = Setting.of(session.engine)
    return post_id in stored_flags(session.engine, setting, knowledge(), found)


def days(session):
    return Setting.of(session.engine).team.calendar.days


def test_a_planner_may_ask_but_not_change(session):
    act_as(session, LENA)
    with pytest.raises(RefusedError, match="planner"):
        save_days(session, days=[FIRE])
    with pytest.raises(RefusedError, match="planner"):
        retire_day(session, day_id=FIRE.id, reason="So")
    with pytest.raises(RefusedError, match="planner"):
        switch_day(session, observance="de-8-mai", is_off=True, reason="So")


def test_a_day_of_one_market_touches_the_flags_of_that_market_only(session, reader):
    here, there = ready_post(session), ready_post(session, channel=FR_INSTAGRAM)
    changes = save_days(session, days=[FIRE])
    assert (changes.done, changes.everything) == ("Saved The fire", True)
    assert not kept(session, here)
    assert kept(session, there)
    assert reader.post(here).flags[0].key == "day.solemn:team-fire"
    cells = reader.days(QUIET_DAY, QUIET_DAY).cells
    assert [day.name for day in cells[GERMANY, QUIET_DAY]] == ["The fire"]
    assert (FRANCE, QUIET_DAY) not in cells
    shown = reader.hover_flags(there, GERMANY, QUIET_DAY)
    assert "day.solemn:team-fire" in {flag.key for flag in shown}


def test_a_day_makes_stale_only_the_flags_of_posts_that_it_can_reach(session):
    on_it, beside_it = ready_post(session), ready_post(session, day=QUIET_DAY + timedelta(days=2))
    weeks_before = QUIET_DAY - timedelta(days=7)
    far = ready_post(session, day=weeks_before)
    speaks_of_it = ready_post(session, "Großer Sale am 16. November!", weeks_before)
    speaks_of_another = ready_post(session, "Großer Sale am 23. November!", weeks_before)
    save_days(session, days=[FIRE])
    assert not any(kept(session, post) for post in (on_it, beside_it, speaks_of_it))
    assert kept(session, far)
    assert kept(session, speaks_of_another)
    retire_day(session, day_id=FIRE.id, reason="Forgotten")
    assert all(kept(session, post) for post in (on_it, beside_it, far, speaks_of_it))


def test_a_day_that_is_switched_off_makes_stale_only_the_flags_of_its_posts(session):
    on_it, far = ready_post(session, day=POGROM_DAY), ready_post(session)
    switch_day(session, observance="de-reichspogromnacht", is_off=True, reason="Told twice")
    assert not kept(session, on_it)
    assert kept(session, far)


def test_a_change_needs_a_reason_and_equal_days_change_nothing(session):
    save_days(session, days=[FIRE])
    later = replace(FIRE, rule="fixed 11-17 for 2 days")
    with pytest.raises(InvalidInputError, match="Write why"):
        save_days(session, days=[later])
    save_days(session, days=[FIRE])
    save_days(session, days=[later], reason="The wrong date")
    assert days(session) == (later,)
    assert len(session.engine.read("SELECT seq FROM team_day")) == 2


def test_a_retired_day_counts_no_longer(session):
    save_days(session, days=[FIRE])
    with pytest.raises(InvalidInputError, match="Write why"):
        retire_day(session, day_id=FIRE.id, reason="")
    assert retire_day(session, day_id=FIRE.id, reason="Forgotten").done == "Retired The fire"
    assert days(session) == ()
    with pytest.raises(MissingError, match="not one of the team's"):
        retire_day(session, day_id=FIRE.id, reason="Again")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": " "}, "name"),
        ({"id": "de-8-mai"}, "begins with team-"),
        ({"severity": Severity.BLOCKED}, "a note, a caution or a stop"),
        ({"markets": (MarketId("XX"),)}, "no market XX"),
        ({"rule": "fixed 02-30"}, "The fire: .*no date"),
        ({"rule": "2027-02-30"}, "no day of the calendar"),
        ({"why": "x" * (LONGEST_TEXT + 1)}, "more than 2,000 characters"),
    ],
)
def test_a_day_that_is_not_possible_is_named_and_nothing_is_saved(session, change, said):
    with pytest.raises((InvalidInputError, MissingError), match=said):
        save_days(session, days=[replace(FIRE, id="team-b"), replace(FIRE, **change)])
    assert days(session) == ()


def test_there_is_an_end_to_the_days_of_a_team(session):
    many = [replace(FIRE, id=f"team-{number}") for number in range(MOST_DAYS + 1)]
    with pytest.raises(InvalidInputError, match="1,000"):
        save_days(session, days=many)
    assert save_days(session, days=many[:3]).done == "Saved 3 days"


def test_a_day_that_is_switched_off_stays_as_a_note_with_name_and_reason(session, reader):
    post_id = ready_post(session, day=POGROM_DAY)
    other = ready_post(session, channel=FR_INSTAGRAM)
    day = "de-reichspogromnacht"
    switch_day(session, observance=day, market=GERMANY, is_off=True, reason=" A museum ")
    assert not kept(session, post_id)
    assert kept(session, other)
    (flag,) = [flag for flag in reader.post(post_id).flags if flag.key == f"day.solemn:{day}"]
    assert flag.severity is Severity.NOTE
    assert flag.why.startswith("Switched off by Marc Fournier: A museum.")
    label = switch_day(session, observance=day, is_off=False, reason="It counts").done
    assert label == "Switched a day on again"
    assert reader.post(post_id).flags[0].severity is Severity.STOP


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"reason": " "}, "Write why"),
        ({"observance": ""}, "Choose the day"),
        ({"market": MarketId("XX")}, "Choose a market"),
    ],
)
def test_a_switch_names_a_day_a_market_and_a_reason(session, change, said):
    usual = {"observance": "de-8-mai", "is_off": True, "reason": "So"}
    with pytest.raises((InvalidInputError, MissingError), match=said):
        switch_day(session, **usual | change)
