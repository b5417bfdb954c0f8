"""Ordinary days beside grave ones."""

from datetime import date

import pytest

from app.days.neighbours import neighbours
from app.domain.flag import Severity
from app.domain.observance import Observance, Part, Tone

MONDAY = date(2027, 5, 31)


def day(number=31, severity=Severity.STOP, part=Part.DAY, *, by_sighting=False):
    return Observance(
        "x", date(2027, 5, number), part, "X", Tone.MOURNING, severity, is_estimate=by_sighting
    )


def beside(*days, free=()):
    return [(found.part, found.day.day) for found in neighbours(days, free)]


def test_the_day_after_a_stop_is_told_once_it_is_over():
    assert beside(day(10), day(11), day(12)) == [(Part.AFTER, 13)]


@pytest.mark.parametrize("severity", [Severity.NOTE, Severity.CAUTION])
def test_a_milder_day_ends_at_midnight(severity):
    assert beside(day(10, severity)) == []


def test_only_the_day_itself_has_neighbours():
    assert beside(day(10, part=Part.EVE), day(11, part=Part.MOMENT), day(12, part=Part.BAND)) == []


@pytest.mark.parametrize("severity", [Severity.CAUTION, Severity.STOP])
def test_a_day_by_sighting_may_be_either_of_its_neighbours(severity):
    moon = day(10, severity, by_sighting=True)
    assert beside(moon) == [(Part.SIGHTING, 9), (Part.SIGHTING, 11)]
    assert beside(day(10, Severity.NOTE, by_sighting=True)) == []


def test_a_grave_monday_off_work_begins_on_saturday():
    grave = day(31, Severity.CAUTION)
    assert beside(grave, free={MONDAY}) == [(Part.WEEKEND, 29), (Part.WEEKEND, 30)]
    assert beside(grave) == []
    assert beside(day(30, Severity.CAUTION), free={date(2027, 5, 30)}) == []
    assert beside(day(31, Severity.NOTE), free={MONDAY}) == []


def test_what_stands_beside_a_grave_day_is_a_note():
    assert {found.severity for found in neighbours([day(31)], {MONDAY})} == {Severity.NOTE}
