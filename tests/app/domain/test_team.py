"""What a team has decided about risks."""

from datetime import time

from app.domain.duty import DutyId, Roster, Week
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.observance import Tone
from app.domain.person import PersonId
from app.domain.place import Place
from app.domain.severity_rule import SeverityRule
from app.domain.team import NO_TEAM, Team
from app.domain.team_day import TeamCalendar, TeamDay

GERMANY, FRANCE = MarketId("m-de"), MarketId("m-fr")


def test_the_home_of_the_brand_concerns_every_market():
    team = Team(home="DE")
    assert team.of(MarketId("m-fr")) == team != NO_TEAM


def test_a_market_has_its_own_severities_and_those_for_all():
    everywhere = SeverityRule("timing", Severity.NOTE, "We post at night")
    france = SeverityRule("timing", Severity.STOP, "Not in France", MarketId("m-fr"))
    team = Team(severities=(everywhere, france))
    assert team.of(MarketId("m-de")).severities == (everywhere,)
    assert team.of(MarketId("m-fr")) == team


def test_a_day_of_one_market_does_not_concern_the_others():
    day = TeamDay("team-a", "A", "fixed 03-14", Tone.SOLEMN, Severity.NOTE, (GERMANY,))
    team = Team(calendar=TeamCalendar((day,)))
    assert team.of(FRANCE) == NO_TEAM
    assert team.of(GERMANY) != NO_TEAM
    assert repr(team.of(GERMANY)) == repr(NO_TEAM), "flags go by the day, and not by the whole year"


def test_accounts_and_addresses_of_each_market_concern_every_other():
    team = Team(places=(Place(MarketId("m-fr"), "France", "FR", "FR", ("@brand.fr",)),))
    assert team.of(MarketId("m-de")).places == team.places


def test_the_roster_of_one_market_does_not_concern_the_others():
    week = Week(DutyId("w"), PersonId("lena"), GERMANY, time(9), time(18), "Europe/Berlin")
    team = Team(roster=Roster(weeks=(week,)))
    assert team.of(GERMANY) == team
    assert team.of(FRANCE) == NO_TEAM


def test_the_version_of_the_team_leaves_the_roster_to_each_day():
    week = Week(DutyId("w"), PersonId("lena"), GERMANY, time(9), time(18), "Europe/Berlin")
    assert repr(Team(roster=Roster(weeks=(week,)))) == repr(NO_TEAM)
