"""Days of the home country and of the countries that a channel reaches."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.team import Team
from app.domain.team_day import DaySwitch, TeamCalendar
from app.risks.day_abroad import home, reach
from app.risks.fact_versions import facts_version
from tests.app.risks.builders import books, facts, market, post

NINTH = datetime(2026, 11, 9, 13)
ELEVENTH_OF_SEPTEMBER = datetime(2026, 9, 11, 12)


def brazil(home_country="", reach_of=()):
    where = facts(market("BR", "pt"))
    channel = replace(where.channel, reach=reach_of)
    return replace(where, channel=channel, team=Team(home=home_country))


def keys(rule, where, local):
    return {flag.key: flag.severity for flag in rule(post(where, local=local), where)}


def test_a_stop_at_home_is_a_caution_elsewhere():
    assert keys(home, brazil("DE"), NINTH) == {"day.home:de-reichspogromnacht": Severity.CAUTION}
    assert keys(home, brazil("DE"), datetime(2026, 11, 15, 9)) == {
        "day.home:de-volkstrauertag": Severity.NOTE
    }


def test_without_a_home_and_on_ordinary_days_nothing_is_said():
    assert keys(home, brazil(), NINTH) == {}
    assert keys(home, brazil("DE"), datetime(2026, 11, 16, 9)) == {}


def test_the_home_market_has_its_own_days_already():
    where = replace(facts(market("DE", "de")), team=Team(home="DE"))
    assert keys(home, where, NINTH) == {}


@pytest.mark.parametrize("country", ["FR", "ES"])
def test_what_the_market_keeps_itself_is_told_once(country):
    where = replace(facts(market(country, "en")), team=Team(home="DE"))
    assert keys(home, where, datetime(2027, 1, 27, 9)) == {}


def test_a_day_of_several_countries_is_one_flag_that_names_them():
    where = brazil(reach_of=("NZ", "AU", "ES"))
    (flag,) = reach(post(where, local=datetime(2027, 4, 25, 9)), where)
    assert flag.key == "day.reach:anzac"
    assert flag.severity is Severity.CAUTION
    assert flag.evidence == ("2027-04-25", "NZ", "AU")
    assert flag.why.endswith("It is a day of New Zealand, Australia.")


def test_the_home_country_is_not_told_again_for_the_reach():
    where = brazil("AU", ("AU", "NZ", "BR"))
    assert keys(reach, where, datetime(2027, 4, 25, 9)) == {}
    assert keys(home, where, datetime(2027, 4, 25, 9)) == {"day.home:anzac": Severity.CAUTION}


def test_holidays_and_quiet_minutes_of_others_are_no_flags():
    where = brazil(reach_of=("UA",))
    assert keys(reach, where, datetime(2026, 6, 10, 9)) == {}
    assert keys(reach, brazil(reach_of=("US",)), datetime(2026, 7, 4, 9)) == {}


def test_a_day_that_the_team_has_switched_off_is_silent_abroad():
    switch = DaySwitch("us-9-11", MarketId("m-br"), True, "Marc", "Not ours")
    where = brazil("US")
    assert keys(home, where, ELEVENTH_OF_SEPTEMBER)
    team = Team(home="US", calendar=TeamCalendar(switches=(switch,)))
    assert keys(home, replace(where, team=team), ELEVENTH_OF_SEPTEMBER) == {}


def test_countries_are_named_in_the_reader_s_language_and_never_fail():
    german = replace(books()[0], language="de")
    pseudo = replace(books()[0], language="xx")
    for days, name in ((german, "Vereinigte Staaten"), (pseudo, "United States")):
        where = replace(brazil("US"), days=days)
        (flag,) = home(post(where, local=ELEVENTH_OF_SEPTEMBER), where)
        assert flag.why.endswith(f"{name}.")


def test_another_home_changes_the_version_of_the_facts():
    assert facts_version(brazil("US")) != facts_version(brazil("DE")) != facts_version(brazil())
