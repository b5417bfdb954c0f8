from dataclasses import replace
from datetime import time

import pytest

from app.domain.flag import Severity
from app.domain.observance import Part, Tone
from tests.builders.ui import THE_NINTH, observance
from ui.calendar.day_words import (
    day_names,
    name_forms,
    observance_lines,
    observance_name,
    shown_names,
)

HOLIDAY = observance(severity=Severity.NOTE, name="Market day", tone=Tone.HOLIDAY, why="")
EVE = observance(part=Part.EVE, name="Yom Kippur", severity=Severity.CAUTION)
MOMENT = observance(part=Part.MOMENT, name="Two minutes' silence", starts=time(11))
MONTH = observance(part=Part.BAND, name="Ramadan")


def test_the_gravest_name_comes_first_and_each_only_once():
    names = shown_names([HOLIDAY, observance(), observance()])
    assert names == ["Pogrom anniversary", "Market day"]


@pytest.mark.in_english
def test_a_cell_has_a_short_name_where_the_whole_one_is_long():
    long = observance(name="Anniversary of the November pogroms", short="November pogroms")
    eve = replace(long, part=Part.EVE)
    assert [one.short for one in day_names([long, eve, HOLIDAY])] == [
        "November pogroms",
        "Eve of November pogroms",
        "Market day",
    ]
    assert name_forms(day_names([long, HOLIDAY]), "Nobody") == (
        "Anniversary of the November pogroms · Market day · Nobody",
        "November pogroms · Market day · Nobody",
        "November pogroms +2",
    )
    assert name_forms(day_names([HOLIDAY])) == ("Market day",)


@pytest.mark.in_english
def test_a_quiet_minute_takes_no_room_beside_its_day():
    day = observance(name="Armistice Day")
    minute = replace(day, part=Part.MOMENT, starts=time(11))
    assert name_forms(day_names([day, minute])) == (
        "Armistice Day · Armistice Day, 11:00",
        "Armistice Day",
    )
    assert name_forms(day_names([minute])) == ("Armistice Day, 11:00",)


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
