"""Days of a team as entries."""

from datetime import date

import pytest

from app.days.rules import Fixed, Nth, Once
from app.days.team_days import entry_of, rule_of
from app.domain.flag import Severity
from app.domain.observance import Tone
from app.domain.team_day import TeamDay
from app.errors import InvalidInputError


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
