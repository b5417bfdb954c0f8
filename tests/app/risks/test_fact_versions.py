"""The version of what flags depend on beside a post."""

from dataclasses import replace
from datetime import date, datetime, time

from app.domain.duty import DutyId, Roster, Shift
from app.domain.flag import Severity
from app.domain.market import PublishingHours
from app.domain.observance import Tone
from app.domain.person import PersonId
from app.domain.severity_rule import SeverityRule
from app.domain.team import Team
from app.domain.team_day import TeamCalendar, TeamDay
from app.risks.fact_versions import (
    facts_version,
    is_same_on_all_days,
    version_of_day,
    versions_of_channels,
)
from tests.app.risks.builders import GERMANY, facts
from tests.builders.domain import hold

FIRE = TeamDay("team-fire", "The fire", "once 2026-06-10", Tone.MOURNING, Severity.STOP)
SHIFT = Shift(
    DutyId("s"),
    PersonId("lena"),
    GERMANY.id,
    datetime(2026, 6, 10, 8),
    datetime(2026, 6, 10, 20),
    GERMANY.zone,
)


def test_whatever_flags_depend_on_changes_the_version_of_the_facts():
    usual = facts()
    networks = replace(usual.networks, digest="other")
    others = [
        facts(replace(GERMANY, languages=("de", "en"))),
        facts(replace(GERMANY, subdivisions=("DE-BY",))),
        facts(replace(GERMANY, hours=PublishingHours(time(8), time(20)))),
        facts(replace(GERMANY, hours=PublishingHours(time(8), time(21)))),
        facts(replace(GERMANY, zone="Europe/Vienna")),
        facts(GERMANY, "x"),
        replace(usual, networks=networks),
        replace(usual, team=Team(home="FR")),
        replace(usual, team=Team(severities=(SeverityRule("timing", Severity.NOTE, "So"),))),
        replace(usual, days=replace(usual.days, version="2.x")),
        replace(usual, days=replace(usual.days, language="de")),
    ]
    versions = {facts_version(other) for other in (usual, *others)}
    assert len(versions) == len(others) + 1
    assert facts_version(facts()) == facts_version(usual)


def test_holds_are_no_part_of_that_version():
    assert facts_version(facts(holds=(hold(),))) == facts_version(facts())


def test_the_channels_of_a_market_have_the_versions_that_each_has_by_itself():
    instagram, x = facts(GERMANY), facts(GERMANY, "x")
    assert instagram.channel.id != x.channel.id
    assert versions_of_channels(instagram, [instagram.channel, x.channel]) == {
        one.channel.id: facts_version(one) for one in (instagram, x)
    }


def test_versions_differ_by_day_only_where_a_team_has_decided_about_days_or_duty():
    plain, day = facts(), date(2026, 6, 10)
    remembers = replace(plain, team=Team(calendar=TeamCalendar((FIRE,))))
    has_duty = replace(plain, team=Team(roster=Roster((SHIFT,))))
    assert is_same_on_all_days(plain)
    assert version_of_day("v", plain, day) == version_of_day("v", plain, None) == "v"
    for other in (remembers, has_duty):
        assert not is_same_on_all_days(other)
        assert version_of_day("v", other, day) != version_of_day("v", other, day.replace(month=9))
