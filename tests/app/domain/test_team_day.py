"""What a team has decided about days."""

from dataclasses import replace

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.observance import Tone
from app.domain.team_day import EVERY_MARKET, NO_CALENDAR, DaySwitch, TeamCalendar, TeamDay

GERMANY, FRANCE = MarketId("de"), MarketId("fr")
FIRE = TeamDay("team-fire", "The fire in our bakery", "fixed 03-14", Tone.SOLEMN, Severity.CAUTION)


def off(market=EVERY_MARKET, *, is_off=True, day="de-8-mai"):
    return DaySwitch(day, market, is_off, "Marc", "Not for us")


def test_a_day_counts_in_its_markets_or_in_all():
    assert FIRE.counts_in(GERMANY)
    german = replace(FIRE, markets=(GERMANY,))
    assert german.counts_in(GERMANY)
    assert not german.counts_in(FRANCE)


def test_a_day_for_one_market_more_changes_nothing_for_the_others():
    one = TeamCalendar((replace(FIRE, markets=(GERMANY,)),))
    two = TeamCalendar((replace(FIRE, markets=(GERMANY, FRANCE)),))
    assert one.of(GERMANY) == two.of(GERMANY)
    assert one.of(FRANCE) == NO_CALENDAR != two.of(FRANCE)


def test_the_newest_decision_that_covers_a_market_counts():
    calendar = TeamCalendar(switches=(off(GERMANY), off(), off(GERMANY, is_off=False)))
    assert calendar.of(GERMANY).switches == ()
    assert [one.observance for one in calendar.of(FRANCE).switches] == ["de-8-mai"]
    again = TeamCalendar(switches=(off(GERMANY, is_off=False), off()))
    assert again.of(GERMANY).switches


def test_a_switch_for_one_market_is_unknown_in_the_others():
    calendar = TeamCalendar(switches=(off(GERMANY),))
    assert calendar.of(FRANCE) == NO_CALENDAR
    assert hash(calendar.of(FRANCE)) == hash(NO_CALENDAR)


def test_days_of_other_countries_know_the_switches_only():
    calendar = TeamCalendar((FIRE,), (off(),))
    assert calendar.without_days == TeamCalendar(switches=(off(),))


def test_days_of_mourning_and_silence_are_those_that_texts_are_searched_for():
    days = [TeamDay(f"team-{tone}", "A", "fixed 03-14", tone, Severity.NOTE) for tone in Tone]
    remembered = TeamCalendar(tuple(days)).remembered
    assert [day.tone for day in remembered] == [Tone.MOURNING, Tone.SOLEMN]
