from datetime import time

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QTimeEdit, QToolButton

from app.domain.market import PublishingHours
from ui.settings.hours_field import USUAL, HoursField


@pytest.fixture
def field(qtbot):
    made = HoursField()
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_hours_any_time_will_do(field):
    assert field.hours is None
    assert not field.findChild(QTimeEdit, "opens").isEnabled()


def test_hours_come_back_as_they_were_given(field):
    given = PublishingHours(time(9, 30), time(0), frozenset({0, 2, 4}))
    field.set_hours(given)
    assert field.hours == given


def test_ticking_the_box_proposes_usual_hours(qtbot, field):
    with qtbot.waitSignal(field.edited):
        field.findChild(QCheckBox, "has_hours").click()
    assert field.hours == USUAL


def test_a_changed_clock_is_told(qtbot, field):
    field.set_hours(USUAL)
    with qtbot.waitSignal(field.edited):
        field.findChild(QTimeEdit, "closes").setTime(QTime(22, 15))
    assert field.hours.closes == time(22, 15)


def test_a_weekday_can_be_left_out(qtbot, field):
    field.set_hours(USUAL)
    with qtbot.waitSignal(field.edited):
        field.findChild(QToolButton, "weekday_0").click()
    assert 0 not in field.hours.weekdays


def test_showing_hours_is_no_edit(qtbot, field):
    with qtbot.assertNotEmitted(field.edited):
        field.set_hours(USUAL)
        field.set_hours(None)


def test_the_weekend_of_the_country_is_named(field):
    field.set_country("SA")
    assert field.findChild(QToolButton, "weekday_4").toolTip() == "Friday (weekend)"
    assert field.findChild(QToolButton, "weekday_6").toolTip() == "Sunday"
