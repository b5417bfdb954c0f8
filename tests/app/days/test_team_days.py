"""Days of a team as entries."""

from dataclasses import replace
from datetime import date, time

import pytest

from app.days.occasions import Place, parts_of
from app.days.rules import Fixed, Nth, Once
from app.days.team_days import WrittenDay, entry_of, rule_of
from app.domain.flag import Severity
from app.domain.observance import Part, Tone
from app.domain.team_day import TeamDay
from app.errors import InvalidInputError

MINUTE, EARLIER = (time(11), time(11, 2)), (time(9), time(9, 1))


@pytest.mark.parametrize(
    ("text", "rule", "days"),
    [
        ("2027-05-01", Once(date(2027, 5, 1)), 1),
        ("2027-05-01 for 3 days", Once(date(2027, 5, 1)), 3),
        (" fixed 12-24  for 1 day ", Fixed(12, 24), 1),
        ("nth -1 mon 5 FOR 2 DAYS", Nth(-1, 0, 5), 2),
        ("fixed 12-24 for 60 days", Fixed(12, 24), 60),
    ],
)
def test_a_rule_is_a_date_or_a_rule_and_may_last(text, rule, days):
    assert rule_of(text) == (rule, days)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2027-02-30", "no day of the calendar"),
        ("fixed 02-30", "no date"),
        ("whenever", "no date"),
        ("", "no date"),
        ("fixed 12-24 for 0 days", "0 days are not possible"),
        ("fixed 12-24 for 61 days", "61 days are not possible"),
        (" for 3 days", "no date"),
        ("fixed 12-24 for three days", "no date"),
    ],
)
def test_what_is_no_rule_is_said(text, said):
    with pytest.raises(InvalidInputError, match=said):
        rule_of(text)


def test_an_entry_says_that_it_is_the_team_s_own():
    day = TeamDay("team-a", "Founder's death", "fixed 03-14", Tone.MOURNING, Severity.STOP)
    entry = entry_of(day)
    assert (entry.name_in(("de",)), entry.is_own, entry.is_checked) == (
        "Founder's death",
        True,
        True,
    )
    assert entry.counts_in("BR")
    assert entry.why == "Your team has added this day."
    assert entry.source == "Your team"
    assert entry.source_url == ""


@pytest.mark.parametrize(
    ("line", "has_eve", "moments"),
    [
        ("fixed 03-14", False, ()),
        ("fixed 03-14 with eve", True, ()),
        ("2027-03-14 for 3 days WITH EVE at 11:00–11:02, 9:00 - 9:01", True, (MINUTE, EARLIER)),
        ("fixed 03-14 at 11:00-11:02", False, (MINUTE,)),
    ],
)
def test_a_day_may_have_an_eve_and_quiet_minutes(line, has_eve, moments):
    day = TeamDay("team-a", "The fire", line, Tone.MOURNING, Severity.STOP)
    entry = entry_of(day)
    assert (entry.has_eve, entry.moments) == (has_eve, moments)
    assert entry_of(replace(day, rule=WrittenDay.of(line).line)) == entry


@pytest.mark.parametrize(
    "moments", ["11:00", "11:02-11:00", "25:00-26:00", "11:00-11:02, noon", "1:00-1:01," * 6]
)
def test_a_quiet_minute_that_is_none_is_named(moments):
    with pytest.raises(InvalidInputError, match="quiet minute"):
        rule_of(f"fixed 03-14 at {moments}")


def test_a_quiet_minute_of_the_team_is_on_the_day_itself_also_in_the_evening():
    line = "fixed 06-10 with eve at 18:00-18:02"
    day = TeamDay("team-a", "The fire", line, Tone.MOURNING, Severity.STOP)
    place = Place("DE", (), ("de",), "Europe/Berlin")
    found = {(one.day.isoformat(), one.part) for one in parts_of(entry_of(day), place, 2027)}
    assert {
        ("2027-06-10", Part.DAY),
        ("2027-06-10", Part.MOMENT),
        ("2027-06-09", Part.EVE),
    } <= found
    assert ("2027-06-09", Part.MOMENT) not in found
