"""What a day means in a market."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, time
from functools import cache

import pytest

from app.days.daybook import DayBook
from app.days.solemn import SOLEMN_DAYS, edition_of
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.observance import Part, Tone
from app.domain.team_day import DaySwitch, TeamCalendar, TeamDay


@cache
def book():
    return DayBook.load()


def market(country, *languages, zone="UTC", subdivisions=()):
    return Market(
        MarketId("m"), country, country, country, languages, zone, subdivisions=subdivisions
    )


def parts(country, day, *languages, **changes):
    return {
        (found.part, found.id): found
        for found in book().on(market(country, *languages, **changes), day)
    }


def test_the_ninth_of_november_is_a_stop_in_germany_and_an_ordinary_day_in_brazil():
    found = book().on(market("DE", "de"), date(2026, 11, 9))
    assert [(day.id, day.severity) for day in found] == [("de-reichspogromnacht", Severity.STOP)]
    assert found[0].local_name == "Gedenktag an die Reichspogromnacht"
    assert book().on(market("BR", "pt"), date(2026, 11, 9)) == ()


def test_a_day_counts_from_the_year_in_which_it_happened():
    assert (Part.DAY, "us-9-11") not in parts("US", date(2000, 9, 11), "en")
    assert (Part.DAY, "us-9-11") in parts("US", date(2001, 9, 11), "en")


def test_an_eve_lasts_from_the_afternoon_before_to_midnight():
    eve = parts("IL", date(2026, 4, 13), "he")[Part.EVE, "il-yom-hashoah"]
    assert (eve.starts, eve.ends) == (time(16), time(0))
    assert eve.severity is Severity.STOP


def test_an_evening_moment_belongs_to_the_eve_and_a_morning_one_to_the_day():
    moments = [
        (found.day, found.starts, found.ends)
        for day in (date(2026, 4, 20), date(2026, 4, 21))
        for found in book().on(market("IL", "he"), day)
        if found.part is Part.MOMENT
    ]
    assert moments == [
        (date(2026, 4, 20), time(20), time(20, 1)),
        (date(2026, 4, 21), time(11), time(11, 2)),
    ]


def test_a_day_with_moments_keeps_its_own_entry():
    found = parts("TR", date(2026, 11, 10), "tr")
    assert found[Part.DAY, "tr-10-kasim"].starts is None
    assert found[Part.MOMENT, "tr-10-kasim"].starts == time(9, 5)


def test_every_day_has_its_minute_in_ukraine():
    found = parts("UA", date(2027, 2, 3), "uk")
    assert found[Part.MOMENT, "ua-daily-silence"].starts == time(9)
    assert (Part.DAY, "ua-daily-silence") not in found
    assert (Part.MOMENT, "ua-daily-silence") not in parts("UA", date(2021, 2, 3), "uk")


def test_a_moment_meant_in_one_zone_comes_at_its_own_hour_elsewhere():
    west = parts("US", date(2026, 9, 11), "en", zone="America/Los_Angeles")
    assert west[Part.MOMENT, "us-9-11"].starts == time(5, 46)
    east = parts("US", date(2026, 9, 11), "en", zone="America/New_York")
    assert east[Part.MOMENT, "us-9-11"].starts == time(8, 46)


@pytest.mark.parametrize(
    ("subdivisions", "severity"),
    [((), Severity.CAUTION), (("AU-NSW",), Severity.STOP), (("AU-VIC",), None)],
)
def test_a_day_of_one_region_counts_there_and_is_a_step_lower_where_nobody_said(
    subdivisions, severity
):
    found = parts("AU", date(2026, 12, 14), "en", subdivisions=subdivisions)
    day = found.get((Part.DAY, "au-bondi"))
    assert (day and day.severity) == severity
    if day:
        assert ("New South Wales only" in day.why) is (not subdivisions)


def test_a_day_to_celebrate_with_care_counts_one_step_lower():
    day = parts("DE", date(2026, 3, 8), "de")[Part.DAY, "un-women"]
    assert (day.tone, day.severity) == (Tone.CAREFUL, Severity.CAUTION)


def test_an_occasion_of_several_days_stands_on_each_of_them():
    days = [date(2026, 4, day) for day in range(6, 15)]
    found = [(Part.DAY, "rw-kwibuka") in parts("RW", day, "rw") for day in days]
    assert found == [False, *[True] * 7, False]


def test_a_month_is_a_band_and_no_day():
    gulf = market("SA", "ar")
    bands = book().bands(gulf, date(2027, 2, 7), date(2027, 3, 10))
    dated = [day for day, found in bands.items() if found]
    assert (dated[0], dated[-1], len(dated)) == (date(2027, 2, 8), date(2027, 3, 9), 30)
    assert {part.part for found in bands.values() for part in found} == {Part.BAND}
    assert all("ramadan" not in part.id for day in dated for part in book().on(gulf, day))


def test_a_band_runs_over_the_new_year():
    bands = book().bands(market("SA", "ar"), date(2030, 12, 26), date(2031, 1, 24))
    assert all(bands.values())


def test_the_worst_comes_first_and_holidays_last():
    found = book().on(market("GB", "en"), date(2027, 1, 1))
    assert found[-1].tone is Tone.HOLIDAY
    found = book().on(market("IL", "he"), date(2026, 4, 21))
    assert [part.severity for part in found] == sorted(
        (part.severity for part in found), reverse=True
    )
    assert [part.part for part in found if part.severity is Severity.STOP] == [
        Part.MOMENT,
        Part.DAY,
    ]


def test_a_country_s_own_day_stands_for_the_worldwide_one():
    assert (Part.DAY, "un-holocaust") not in parts("DE", date(2027, 1, 27), "de")
    assert (Part.DAY, "un-holocaust") in parts("ES", date(2027, 1, 27), "es")


def test_a_holiday_that_is_a_solemn_day_is_told_once():
    found = book().on(market("DE", "de"), date(2026, 4, 3))
    assert [day.id for day in found] == ["de-karfreitag"]


def test_islamic_days_say_that_they_may_shift():
    assert parts("IR", date(2026, 6, 25), "fa")[Part.DAY, "ashura-shia"].is_estimate


def test_between_has_an_answer_for_each_day():
    span = book().between(market("DE", "de"), date(2026, 11, 8), date(2026, 11, 10))
    assert [bool(found) for found in span.values()] == [False, True, False]


def test_the_version_begins_with_the_edition_and_changes_with_the_data(tmp_path):
    changed = tmp_path / "days.toml"
    changed.write_text(SOLEMN_DAYS.read_text("utf-8").replace("Kristallnacht", "K."), "utf-8")
    other = DayBook.load(path=changed)
    assert other.version != book().version
    assert other.version.partition(".")[0] == str(edition_of(SOLEMN_DAYS).number)
    assert DayBook.load().version == book().version


def test_what_could_not_be_read_is_told(tmp_path):
    wrong = tmp_path / "days.toml"
    wrong.write_text('[[day]]\nid = "xx"\n', "utf-8")
    assert "entry xx" in str(DayBook.load(path=wrong).problems[0])
    assert book().problems == ()


@pytest.mark.parametrize("year", [1, 1900, 2200, 9999])
@pytest.mark.parametrize("country", ["IL", "SA", "UA", "CN", "US", "XX"])
def test_no_year_and_no_country_is_too_far(year, country):
    for day in (date(year, 1, 1), date(year, 12, 31)):
        book().on(market(country, "xx"), day)


def test_several_threads_read_the_same():
    fresh = DayBook.load()
    days = [date(2026, 11, 9)] * 40
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda day: fresh.on(market("DE", "de"), day), days))
    assert len(found) == 1


FIRE = TeamDay("team-fire", "The fire", "fixed 11-09 for 2 days", Tone.SOLEMN, Severity.CAUTION)


def off(observance):
    return TeamCalendar(switches=(DaySwitch(observance, MarketId("m"), True, "Marc", "Not ours"),))


def test_a_day_of_the_team_stands_among_the_others():
    germany, team = market("DE", "de"), TeamCalendar((FIRE,))
    ninth = book().on(germany, date(2026, 11, 9), team)
    assert [(day.id, day.is_own) for day in ninth] == [
        ("de-reichspogromnacht", False),
        ("team-fire", True),
    ]
    assert [day.id for day in book().on(germany, date(2026, 11, 10), team)] == ["team-fire"]
    assert "team-fire" not in {day.id for day in book().on(germany, date(2026, 11, 9))}


def test_a_day_that_nobody_can_read_is_left_out():
    team = TeamCalendar((replace(FIRE, rule="lunar 3"),))
    assert book().on(market("DE", "de"), date(2026, 11, 9), team)


def test_a_day_that_was_switched_off_stays_in_sight_as_a_note():
    team = off("de-reichspogromnacht")
    (day,) = book().on(market("DE", "de"), date(2026, 11, 9), team)
    assert day.severity is Severity.NOTE
    assert day.switched_off == "Switched off by Marc: Not ours"
    assert not book().beside(market("DE", "de"), date(2026, 11, 10), team)


def test_a_holiday_that_was_switched_off_says_so():
    (found,) = book().on(market("DE", "de"), date(2026, 10, 3), off("de-holiday-german-unity-day"))
    assert found.switched_off


def test_what_an_ordinary_day_stands_beside_is_told_apart_from_what_it_is():
    germany = market("DE", "de")
    assert book().on(germany, date(2026, 11, 10)) == ()
    (after,) = book().beside(germany, date(2026, 11, 10))
    assert (after.id, after.part) == ("de-reichspogromnacht", Part.AFTER)
    iran = market("IR", "fa")
    for day in (date(2026, 6, 24), date(2026, 6, 26)):
        assert "ashura-shia" in {found.id for found in book().beside(iran, day)}
    weekend = book().beside(market("US", "en"), date(2027, 5, 29))
    assert [(found.id, found.part) for found in weekend] == [("us-memorial-day", Part.WEEKEND)]


def test_the_day_after_is_told_over_the_new_year():
    team = TeamCalendar((replace(FIRE, rule="fixed 12-31", severity=Severity.STOP),))
    found = book().beside(market("BR", "pt"), date(2027, 1, 1), team)
    assert [day.id for day in found] == ["team-fire"]


def test_a_band_of_the_team_is_a_band():
    team = TeamCalendar((replace(FIRE, rule="fixed 11-01 for 20 days"),))
    bands = book().bands(market("BR", "pt"), date(2026, 11, 20), date(2026, 11, 20), team)
    assert [day.id for day in bands[date(2026, 11, 20)]] == ["team-fire"]


def test_equal_markets_and_decisions_give_the_same_however_many_are_made():
    fresh = DayBook.load()
    found = {
        fresh.on(market("DE", "de"), date(2026, 11, 9), TeamCalendar((FIRE,)))
        for _number in range(3_000)
    }
    assert len(found) == 1
