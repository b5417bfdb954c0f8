"""Days, eves and moments as flags."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.days.daybook import DayBook
from app.days.solemn import SOLEMN_DAYS
from app.domain.flag import Severity
from app.domain.observance import Tone
from app.domain.team import Team
from app.domain.team_day import DaySwitch, TeamCalendar, TeamDay
from app.risks.assess import assess_place
from app.risks.day import day_after, eve, holiday, long_weekend, moment, sighting, solemn_day
from tests.app.risks.builders import GERMANY, data, facts, market, post

ISRAEL = facts(market("IL", "he"))
TURKEY = facts(market("TR", "tr"))
WHERE = facts()
NINTH = datetime(2026, 11, 9, 13)


def test_the_founding_case_is_stopped_by_its_day():
    (flag,) = solemn_day(post(WHERE, local=NINTH), WHERE)
    assert flag.severity is Severity.STOP
    assert flag.key == "day.solemn:de-reichspogromnacht"
    assert flag.headline == "Anniversary of the November pogroms"
    assert "1938" in flag.why
    assert flag.source == "Jewish Museum Berlin"
    assert flag.source_url.startswith("https://")
    assert flag.way_out == "A reviewer may let it go with a written reason."
    assert flag.evidence == ("2026-11-09", "Gedenktag an die Reichspogromnacht")


def test_an_ordinary_day_says_nothing():
    assert not list(solemn_day(post(WHERE), WHERE))


@pytest.mark.parametrize(
    ("clock", "is_eve"), [((15, 59), False), ((16, 0), True), ((23, 59), True)]
)
def test_an_eve_begins_at_four_in_the_afternoon(clock, is_eve):
    local = datetime(2026, 4, 13, *clock)
    flags = list(eve(post(ISRAEL, local=local), ISRAEL))
    assert bool(flags) is is_eve
    for flag in flags:
        assert flag.key == "day.eve:il-yom-hashoah"
        assert flag.severity is Severity.STOP
        assert flag.headline.startswith("Begins this evening")
        assert "16:00–24:00" in flag.evidence


@pytest.mark.parametrize(
    ("clock", "is_quiet"), [((9, 4), False), ((9, 5), True), ((9, 6), True), ((9, 7), False)]
)
def test_a_quiet_minute_is_kept_to_the_minute(clock, is_quiet):
    flags = list(moment(post(TURKEY, local=datetime(2026, 11, 10, *clock)), TURKEY))
    assert bool(flags) is is_quiet
    for flag in flags:
        assert flag.key == "day.moment:tr-10-kasim"
        assert flag.headline == "Quiet at 09:05–09:07: Atatürk memorial day"


def test_a_public_holiday_is_a_note():
    (flag,) = holiday(post(WHERE, local=datetime(2026, 10, 3, 12)), WHERE)
    assert flag.severity is Severity.NOTE
    assert flag.evidence == ("2026-10-03", "Tag der Deutschen Einheit")
    assert flag.source.startswith("holidays ")


def test_a_source_that_nobody_has_read_yet_says_so():
    (flag,) = solemn_day(post(WHERE, local=datetime(2027, 1, 27, 12)), WHERE)
    assert flag.source == "Wikipedia (not checked yet)"


def test_law_clash_and_sighting_are_told_with_the_reason():
    (flag,) = solemn_day(post(ISRAEL, local=datetime(2026, 4, 21, 15)), ISRAEL)
    assert "It collides with: Independence Day" in flag.why
    assert "Check with counsel." in flag.why
    iran = facts(market("IR", "fa"))
    flags = list(solemn_day(post(iran, local=datetime(2026, 6, 25, 12)), iran))
    assert any("may shift by one day" in flag.why for flag in flags)


def test_a_post_in_the_tray_has_no_day():
    undated = post(ISRAEL, local=None)
    for rule in (solemn_day, eve, moment, holiday):
        assert not list(rule(undated, ISRAEL))


def test_the_key_stays_and_the_mark_goes_with_the_date():
    (one,) = solemn_day(post(WHERE, local=NINTH), WHERE)
    (same,) = solemn_day(post(WHERE, local=NINTH.replace(hour=18), text="Other words."), WHERE)
    (next_year,) = solemn_day(post(WHERE, local=NINTH.replace(year=2027)), WHERE)
    assert (one.key, one.mark) == (same.key, same.mark)
    assert one.key == next_year.key
    assert one.mark != next_year.mark


def flag_with(tmp_path, old, new):
    path = tmp_path / "days.toml"
    text = SOLEMN_DAYS.read_text("utf-8")
    start = text.index('id = "de-reichspogromnacht"')
    path.write_text(text[:start] + text[start:].replace(old, new, 1), "utf-8")
    where = replace(WHERE, days=DayBook.load(path=path))
    (flag,) = solemn_day(post(where, local=NINTH), where)
    return flag


def test_a_typo_mended_in_the_data_voids_nothing(tmp_path):
    (before,) = solemn_day(post(WHERE, local=NINTH), WHERE)
    after = flag_with(tmp_path, "On the night of", "In the night of")
    assert after.why != before.why
    assert (after.key, after.mark) == (before.key, before.mark)


def test_another_severity_of_the_day_has_to_be_seen(tmp_path):
    (before,) = solemn_day(post(WHERE, local=NINTH), WHERE)
    after = flag_with(tmp_path, 'severity = "block"', 'severity = "high"')
    assert after.key == before.key
    assert after.mark != before.mark


def test_every_headline_of_every_day_fits():
    for country in ("DE", "US", "UA", "IL", "CZ", "AT"):
        where = facts(market(country, "en"))
        for month in range(1, 13):
            for day in range(1, 29):
                local = datetime(2027, month, day, 11)
                for flag in assess_place(post(where, local=local), where):
                    assert 0 < len(flag.headline) <= 60


def test_three_in_four_of_the_cases_that_hang_on_a_day_are_raised():
    cases = [case for case in data("incidents", "incident") if "solemn-day" in case["catchable_by"]]
    raised = []
    for case in cases:
        where = facts(market(case["market"], "en"))
        local = datetime.combine(case["date"], datetime.min.time()).replace(hour=12)
        flags = assess_place(post(where, local=local), where)
        raised.append(
            any(flag.severity >= Severity.CAUTION for flag in flags if "holiday" not in flag.rule)
        )
    assert len(cases) == 15
    # Not by the day alone: an eve without sunset, Ramadan as a month, 8 March, an Easter joke.
    assert sum(raised) >= 11


def test_german_post_names_are_not_needed_for_the_day_to_count():
    silent = replace(GERMANY, languages=("tr",))
    where = facts(silent)
    assert list(solemn_day(post(where, local=NINTH), where))


AMERICA = facts(market("US", "en", zone="America/New_York"))


def only(rule, where, *day):
    flags = list(rule(post(where, local=datetime(*day, 9)), where))
    return [(flag.key, flag.headline) for flag in flags]


def test_the_morning_after_a_stop_is_noted():
    assert only(day_after, WHERE, 2026, 11, 10) == [
        (
            "day.after:de-reichspogromnacht",
            "The day after: Anniversary of the November pogroms",
        )
    ]
    assert only(day_after, WHERE, 2026, 11, 9) == []


def test_both_neighbours_of_a_day_by_sighting_are_noted():
    iran = facts(market("IR", "fa"))
    for day in (24, 26):
        assert ("day.sighting:ashura-shia" in dict(only(sighting, iran, 2026, 6, day))) is True
    assert "day.sighting:ashura-shia" not in dict(only(sighting, iran, 2026, 6, 25))


def test_the_long_weekend_before_memorial_day_is_noted():
    for day in (29, 30):
        assert only(long_weekend, AMERICA, 2027, 5, day) == [
            ("day.weekend:us-memorial-day", "Long weekend before: Memorial Day")
        ]
    for day in (28, 31):
        assert only(long_weekend, AMERICA, 2027, 5, day) == []


def test_a_day_that_was_switched_off_keeps_its_key_and_says_who_and_why():
    switch = DaySwitch("de-reichspogromnacht", GERMANY.id, True, "Marc", "We close that day.")
    where = replace(WHERE, team=Team(calendar=TeamCalendar(switches=(switch,))))
    (usual,) = solemn_day(post(WHERE, local=NINTH), WHERE)
    (flag,) = solemn_day(post(where, local=NINTH), where)
    assert (flag.key, flag.severity) == (usual.key, Severity.NOTE)
    assert flag.mark != usual.mark
    assert flag.why.startswith("Switched off by Marc: We close that day. On the night")
    reworded = replace(switch, by="Marc Fournier", reason="We close")
    other = replace(WHERE, team=Team(calendar=TeamCalendar(switches=(reworded,))))
    (again,) = solemn_day(post(other, local=NINTH), other)
    assert again.mark == flag.mark
    assert "Marc Fournier: We close. On the night" in again.why


def test_a_day_of_the_team_is_a_flag_like_any_other():
    fire = TeamDay("team-fire", "The fire", "fixed 06-10", Tone.MOURNING, Severity.STOP)
    where = replace(WHERE, team=Team(calendar=TeamCalendar((fire,))))
    (flag,) = solemn_day(post(where), where)
    assert (flag.key, flag.severity) == ("day.solemn:team-fire", Severity.STOP)
    assert (flag.why, flag.source) == ("Your team has added this day.", "Your team")


@pytest.mark.parametrize(
    ("country", "day"),
    [("IE", (2026, 2, 14)), ("KR", (2026, 10, 29)), ("JP", (2027, 1, 1))],
)
def test_what_a_day_collides_with_is_told(country, day):
    where = facts(market(country, "en"))
    flags = list(solemn_day(post(where, local=datetime(*day, 9)), where))
    assert any("It collides with: " in flag.why for flag in flags)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Ofertas de Black Friday o dia inteiro", Severity.CAUTION),
        ("Pão de queijo quentinho às nove", Severity.NOTE),
    ],
)
def test_a_day_of_careful_celebration_weighs_more_beside_what_clashes_with_it(text, severity):
    brazil = facts(market("BR", "pt"))
    (flag,) = [
        flag
        for flag in solemn_day(post(brazil, text=text, local=datetime(2026, 11, 20, 13)), brazil)
        if flag.key == "day.solemn:br-consciencia-negra"
    ]
    assert flag.severity is severity


def test_what_clashes_with_a_day_of_one_region_is_a_greeting_elsewhere():
    france = facts(market("FR", "fr"))
    greeting = post(france, text="Bonne fête nationale !", local=datetime(2026, 7, 14, 10))
    assert {flag.severity for flag in solemn_day(greeting, france)} == {Severity.NOTE}
