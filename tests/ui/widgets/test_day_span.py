from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt

from ui.widgets.day_span import DaySpan

FIRST, LAST = date(2026, 11, 9), date(2026, 11, 15)


@pytest.fixture
def span(qtbot):
    made = DaySpan(FIRST, LAST)
    made.told = []
    made.changed.connect(lambda: made.told.append((made.first, made.last)))
    for field in (made.first_field, made.last_field):
        qtbot.addWidget(field)
    return made


def test_it_begins_with_the_days_that_it_is_given(span):
    assert (span.first, span.last) == (FIRST, LAST)
    assert span.told == []


def test_a_first_day_after_the_last_takes_it_along_and_is_told_once(span):
    span.first_field.setDate(QDate(2026, 11, 20))
    assert span.told == [(date(2026, 11, 20), date(2026, 11, 20))]


def test_a_last_day_before_the_first_takes_it_along_and_is_told_once(span):
    span.last_field.setDate(QDate(2026, 11, 2))
    assert span.told == [(date(2026, 11, 2), date(2026, 11, 2))]


def test_a_day_within_moves_only_itself(span):
    span.first_field.setDate(QDate(2026, 11, 12))
    assert span.told == [(date(2026, 11, 12), LAST)]


def test_days_read_forwards_in_every_language_and_are_named(span):
    for field in (span.first_field, span.last_field):
        assert field.layoutDirection() is Qt.LayoutDirection.LeftToRight
        assert field.accessibleName()
