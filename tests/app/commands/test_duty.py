"""Who is on duty: a roster that reviewers keep."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.commands import duty as duty_commands
from app.commands.duty import duty_in, read_roster_file, retire_duty, save_duty, with_duty
from app.commands.people import save_person
from app.domain.duty import EVERY_MARKET, DutyId, Gap, Roster, Shift, Week
from app.domain.market import MarketId
from app.domain.person import PersonId
from app.errors import InvalidInputError, MissingError, RefusedError
from tests.builders.calendars import (
    FRANCE,
    GERMANY,
    LENA,
    MARC,
    NORA,
    POGROM_DAY,
    act_as,
    ready_post,
)

WEEK = Week(DutyId("w"), LENA, GERMANY, time(9), time(18), "Europe/Berlin", frozenset(range(5)))
SHIFT = Shift(
    DutyId("s"), MARC, FRANCE, datetime(2027, 12, 24, 9), datetime(2027, 12, 24, 18), "Europe/Paris"
)
GAP = Gap(
    DutyId("g"), EVERY_MARKET, datetime(2027, 12, 25), datetime(2027, 12, 27), "Europe/Berlin"
)


@pytest.fixture
def reviewer(session):
    act_as(session, MARC)
    return session


def roster(reader):
    return reader.calendar().roster


def test_a_reviewer_puts_people_on_duty_without_having_to_say_why(reviewer, reader):
    changes = save_duty(reviewer, duty=[WEEK, SHIFT, GAP])
    assert changes.done == "Saved 3 entries of duty"
    assert changes.everything
    assert duty_in(roster(reader), GERMANY) == (WEEK, GAP)
    assert duty_in(roster(reader), FRANCE) == (SHIFT, GAP)


def test_a_planner_does_not(session):
    with pytest.raises(RefusedError, match="ask a reviewer"):
        save_duty(session, duty=[WEEK])
    with pytest.raises(RefusedError, match="ask a reviewer"):
        retire_duty(session, duty=WEEK, reason="So")


def test_a_change_needs_a_reason_and_the_same_again_changes_nothing(reviewer, reader):
    save_duty(reviewer, duty=[WEEK])
    assert not save_duty(reviewer, duty=[WEEK]).everything
    longer = replace(WEEK, ends=time(20))
    with pytest.raises(InvalidInputError, match="Write why"):
        save_duty(reviewer, duty=[longer], reason=" ")
    save_duty(reviewer, duty=[longer], reason="Summer")
    assert roster(reader).weeks == (longer,)


def test_what_is_retired_counts_no_longer(reviewer, reader):
    save_duty(reviewer, duty=[WEEK, SHIFT])
    with pytest.raises(InvalidInputError, match="Write why"):
        retire_duty(reviewer, duty=WEEK, reason="")
    retire_duty(reviewer, duty=WEEK, reason="Moved")
    assert roster(reader).weeks == ()
    with pytest.raises(MissingError, match="look at the list again"):
        retire_duty(reviewer, duty=WEEK, reason="Again")


@pytest.mark.parametrize(
    ("duty", "why"),
    [
        (replace(WEEK, market=MarketId("XX")), "Choose a market"),
        (replace(WEEK, zone="Mars/Base"), "no time zone"),
        (replace(WEEK, person=PersonId("zoe")), "somebody who is in the team"),
        (replace(WEEK, weekdays=frozenset()), "at least one weekday"),
        (replace(WEEK, since=date(2027, 2, 1), until=date(2027, 1, 1)), "last day lies before"),
        (replace(SHIFT, ends=SHIFT.starts), "end lies before"),
        (replace(GAP, ends=datetime(2029, 12, 27)), "more than a year"),
    ],
)
def test_what_is_not_possible_is_refused_and_nothing_is_saved(reviewer, reader, duty, why):
    with pytest.raises((InvalidInputError, MissingError), match=why):
        save_duty(reviewer, duty=[SHIFT if duty.id == "w" else WEEK, duty])
    assert not roster(reader).is_known


def test_a_calendar_does_not_keep_duty_without_end(reviewer, monkeypatch):
    monkeypatch.setattr(duty_commands, "DUTY", replace(duty_commands.DUTY, most=1))
    with pytest.raises(InvalidInputError, match="keeps 1 entries"):
        save_duty(reviewer, duty=[WEEK, SHIFT])


def test_whoever_leaves_the_team_leaves_the_roster(reviewer, reader):
    save_duty(reviewer, duty=[WEEK])
    act_as(reviewer, NORA)
    save_person(reviewer, person=replace(reader.calendar().person(LENA), is_active=False))
    assert not roster(reader).is_known


def test_a_post_after_which_nobody_is_there_is_flagged_and_only_with_a_roster(session, reader):
    post_id = ready_post(session, day=POGROM_DAY)

    def rules():
        return {flag.rule for flag in reader.post(post_id).flags}

    assert "duty.nobody" not in rules()
    act_as(session, MARC)
    save_duty(session, duty=[replace(WEEK, weekdays=frozenset({0}))])
    assert "duty.nobody" in rules()


def test_a_file_is_read_with_the_people_and_markets_of_the_calendar(reader, tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(
        "person,market,weekdays,from,to\nLena Brandt,,mon,9:00,18:00\nZoe,,mon,9:00,18:00\n",
        "utf-8",
    )
    found = read_roster_file(path, reader.calendar(), FRANCE)
    (week,) = found.duty
    assert (week.person, week.market, week.zone) == (LENA, FRANCE, "Europe/Paris")
    assert len(found.problems) == 1
    assert read_roster_file(path, reader.calendar()).duty[0].market == EVERY_MARKET


def test_a_roster_is_known_with_what_was_saved_and_retired_before_it_is_read_again():
    roster = Roster((SHIFT,), (WEEK,))
    assert with_duty(roster, [GAP], [SHIFT]) == Roster((), (WEEK,), (GAP,))
    longer = replace(WEEK, ends=time(20))
    assert with_duty(roster, [longer]) == Roster((SHIFT,), (longer,))
