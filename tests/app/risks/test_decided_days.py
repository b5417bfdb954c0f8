"""What a team's decisions about days change for one post, and what they leave as it is."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.flag import Severity
from app.domain.observance import Tone
from app.domain.team import Team
from app.domain.team_day import EVERY_MARKET, NO_CALENDAR, DaySwitch, TeamCalendar, TeamDay
from app.risks.assess import assess
from app.risks.day_in_text import days_spoken_of
from app.risks.decided_days import decided_ahead, decided_named, decided_near
from app.risks.fact_versions import (
    facts_version,
    version_of_day,
    version_of_days_ahead,
    version_of_names,
)
from tests.app.risks.builders import facts, market, post

USED = date(2026, 6, 10)


def fire(rule="once 2026-06-10", tone=Tone.MOURNING, severity=Severity.STOP, name="The fire"):
    return TeamDay(f"team-{rule}-{tone}-{severity:d}-{name}", name, rule, tone, severity)


def off(observance):
    return DaySwitch(observance, EVERY_MARKET, is_off=True, by="Marc", reason="Not ours")


def where(*days, switches=(), here=None, home="", reach=()):
    usual = facts() if here is None else facts(here)
    return replace(
        usual,
        channel=replace(usual.channel, reach=reach),
        team=Team(home=home, calendar=TeamCalendar(days, switches)),
    )


@pytest.mark.parametrize("beside", [-2, -1, 0, 1, 2])
def test_a_day_of_the_team_reaches_the_posts_beside_it(beside):
    assert decided_near(where(fire()), USED + timedelta(days=beside))


@pytest.mark.parametrize("beside", [-90, -3, 3, 90])
def test_a_day_of_the_team_leaves_posts_of_other_weeks_as_they_are(beside):
    assert decided_near(where(fire()), USED + timedelta(days=beside)) == ""


def test_nothing_was_decided_where_nobody_has_decided_anything():
    assert decided_near(where(), USED) == decided_ahead(where(), [USED]) == ""
    assert decided_near(where(fire()), None) == decided_ahead(where(fire()), []) == ""


def test_a_month_of_the_team_reaches_each_of_its_days():
    month = where(fire("2026-06-01 for 30 days", Tone.FASTING))
    assert decided_near(month, date(2026, 6, 28))
    assert decided_near(month, date(2026, 8, 1)) == ""


def test_a_day_that_is_switched_off_reaches_the_posts_beside_it_alone():
    without = where(switches=(off("de-reichspogromnacht"),))
    assert decided_near(without, date(2026, 11, 9))
    assert decided_near(without, date(2026, 11, 8))
    assert decided_near(without, date(2026, 11, 2)) == ""


def test_a_day_of_the_home_country_or_of_the_reach_that_is_switched_off_counts():
    france, ninth = market("FR", "fr"), date(2026, 11, 9)
    switches = (off("de-reichspogromnacht"),)
    assert decided_near(where(here=france, switches=switches), ninth) == ""
    assert decided_near(where(here=france, switches=switches, home="DE"), ninth)
    assert decided_near(where(here=france, switches=switches, reach=("DE",)), ninth)


def test_a_day_that_the_text_speaks_of_counts_months_ahead():
    here = where(fire("once 2026-10-05"))
    announced = post(here, text="Großer Sale am 5. Oktober!")
    assert days_spoken_of(announced, here) == (date(2026, 10, 5),)
    assert decided_ahead(here, days_spoken_of(announced, here))
    assert decided_ahead(here, [date(2026, 10, 6)]) == ""
    assert days_spoken_of(post(here, text=announced.content.text, local=None), here) == ()


def test_a_day_of_the_team_reaches_every_post_that_names_it_and_no_other():
    here = where(fire())
    far = datetime(2026, 9, 2, 10)
    assert decided_named(here, post(here, text="Gedenken an The Fire", local=far))
    assert decided_named(here, post(here, text="Frisches Brot", local=far)) == ""
    cheerful = where(fire(tone=Tone.HOLIDAY))
    assert decided_named(cheerful, post(cheerful, text="The Fire", local=far)) == ""


# --- whatever is decided: equal versions mean equal flags -----------------------------------------

_RULES = [
    *("once 2026-06-08", "once 2026-06-10", "once 2026-06-12", "2026-06-09 for 3 days"),
    *("2026-06-01 for 30 days", "once 2026-06-20", "fixed 11-09", "once 2026-10-05"),
]
_DAYS = st.builds(
    fire,
    st.sampled_from(_RULES),
    st.sampled_from([Tone.MOURNING, Tone.FASTING, Tone.CAREFUL, Tone.HOLIDAY]),
    st.sampled_from([Severity.NOTE, Severity.CAUTION, Severity.STOP]),
)
_SWITCHES = st.sampled_from(["de-reichspogromnacht", "de-17-juni", "ramadan-minority"]).map(off)
_CALENDARS = st.builds(
    TeamCalendar,
    st.lists(_DAYS, max_size=3, unique_by=lambda day: day.id).map(tuple),
    st.lists(_SWITCHES, max_size=2, unique_by=lambda one: one.observance).map(tuple),
)
_TEXTS = st.sampled_from(
    [
        "Zimtschnecken, frisch aus dem Ofen: nur heute 20 % billiger!",
        "Morgen ist großer Sale, kommt alle!",
        "Große Party am 9. November, mit Bier und Wein.",
        "Am 5. Oktober geht es los: Rabatt auf alles.",
        "Wir gedenken der Opfer der Pogromnacht.",
        "In Gedenken an The Fire: zwei Brote zum Preis von einem, nur 5 €!",
        "Wir erinnern an The Fire. Kommt zur Feier mit Bier und Kuchen!",
    ]
)
_MOMENTS = st.sampled_from(
    [
        *(datetime(2026, 6, day, 12) for day in (6, 8, 10, 11, 13)),
        datetime(2026, 6, 11, 21),
        *(datetime(2026, 11, day, 19) for day in (8, 9)),
    ]
)


def stored_under(written, here):
    day = written.content.day
    version = version_of_day(facts_version(here), here, day)
    ahead = version_of_days_ahead(version, here, days_spoken_of(written, here))
    return version_of_names(ahead, here, written)


@settings(deadline=None, max_examples=250)
@given(_CALENDARS, _CALENDARS | st.just(NO_CALENDAR), _TEXTS, _MOMENTS, st.sampled_from(["", "FR"]))
def test_flags_that_differ_are_never_stored_under_one_version(before, after, text, local, home):
    was = replace(facts(), team=Team(home=home, calendar=before))
    now = replace(facts(), team=Team(home=home, calendar=after))
    written = post(was, text=text, local=local)
    if assess(written, was) != assess(written, now):
        assert stored_under(written, was) != stored_under(written, now)
