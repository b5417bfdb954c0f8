from datetime import time

import pytest

from app.domain.flag import Severity
from app.domain.observance import Part, Tone
from tests.builders.ui import THE_NINTH, observance
from ui.calendar.day_words import observance_lines, observance_name, shown_names

HOLIDAY = observance(severity=Severity.NOTE, name="Market day", tone=Tone.HOLIDAY, why="")
EVE = observance(part=Part.EVE, name="Yom Kippur", severity=Severity.CAUTION)
MOMENT = observance(part=Part.MOMENT, name="Two minutes' silence", starts=time(11))
MONTH = observance(part=Part.BAND, name="Ramadan")


def test_the_gravest_name_comes_first_and_each_only_once():
    names = shown_names([HOLIDAY, observance(), observance()])
    assert names == ["Pogrom anniversary", "Market day"]


def test_a_month_is_no_name_of_a_day():
    assert shown_names([MONTH]) == []


@pytest.mark.in_english
def test_an_eve_and_a_moment_are_named_as_such():
    assert observance_name(EVE) == "Eve of Yom Kippur"
    assert observance_name(MOMENT) == "Two minutes' silence, 11:00"


@pytest.mark.in_english
def test_the_tooltip_gives_reason_and_source_the_gravest_first():
    lines = observance_lines([HOLIDAY, observance(THE_NINTH)])
    assert lines == [
        "Stop: Pogrom anniversary",
        "On this night in 1938 synagogues burned.",
        "Source: Federal Agency for Civic Education",
        "Note: Market day",
        "Source: Federal Agency for Civic Education",
    ]
