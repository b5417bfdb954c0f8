"""A text that names the team's own memorial is read like one that names any other."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.flag import Severity
from app.domain.observance import Tone
from app.domain.team import Team
from app.domain.team_day import TeamCalendar, TeamDay
from app.risks.assess import assess
from app.risks.named_days import named_days
from app.risks.own_days import named_in, own_days
from tests.app.risks.builders import facts, post

FIRE = TeamDay(
    "team-fire", "Fire", "fixed 06-10", Tone.MOURNING, Severity.STOP, terms=("the bakery fire",)
)
CRASH = TeamDay("team-crash", "Flight 12", "fixed 06-10", Tone.SOLEMN, Severity.CAUTION)
PARTY = TeamDay("team-party", "Summer Party", "fixed 06-10", Tone.HOLIDAY, Severity.NOTE)
FAR = datetime(2026, 9, 2, 10)
"""Weeks from the day itself."""


def where(*days):
    return replace(facts(), team=Team(calendar=TeamCalendar(days)))


def named(text, *days):
    here = where(*days)
    return [(one.day.id, one.is_sure) for one in named_days(post(here, text=text), here)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We think of the Bakery Fire.", [("team-fire", True)]),
        ("A fire in the oven.", [("team-fire", False)]),
        ("In memory of Flight 12", [("team-crash", True)]),
        ("Our Summer Party", []),
        ("Fresh bread", []),
    ],
)
def test_a_text_names_a_day_of_the_team(text, found):
    assert named(text, FIRE, CRASH, PARTY) == found


def test_who_names_the_team_s_memorial_and_sells_is_stopped_whenever_it_goes_out():
    here = where(FIRE)
    said = post(here, text="We remember the bakery fire. Today 20 % off all bread!", local=FAR)
    flags = {flag.rule: flag for flag in assess(said, here)}
    assert flags["wording.names-and-sells"].severity is Severity.STOP
    without = where()
    stays = post(without, text=said.content.text, local=FAR)
    assert flags["wording.names-and-sells"] not in assess(stays, without)


def test_a_word_of_every_day_names_no_memorial_by_itself():
    here = where(FIRE)
    said = post(here, text="Bread from the fire of our oven, 20 % off!", local=FAR)
    assert "wording.names-and-sells" not in {flag.rule for flag in assess(said, here)}


def test_what_a_text_names_is_found_among_days_of_mourning_and_silence_alone():
    calendar = TeamCalendar((FIRE, PARTY))
    assert named_in("The bakery fire and our Summer Party", calendar) == (FIRE,)
    assert named_in("The bakery fire", TeamCalendar((PARTY,))) == ()
    assert own_days(calendar).keys() == {"team-fire"}


def test_a_day_that_a_newer_program_has_written_names_nothing_here():
    strange = replace(FIRE, rule="whenever")
    calendar = TeamCalendar((strange, CRASH))
    assert own_days(calendar).keys() == {"team-crash"}
    assert named("The bakery fire and Flight 12", strange, CRASH) == [("team-crash", True)]
