from datetime import datetime

import pytest
from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QCheckBox, QDateEdit, QTimeEdit

from ui.post.when_input import WhenInput

TEN = datetime(2027, 11, 9, 10, 0)


@pytest.fixture
def when(qtbot):
    made = WhenInput()
    qtbot.addWidget(made)
    made.set_zone("Europe/Berlin")
    made.give(TEN)
    made.show()
    return made


def told(when):
    return when.findChild(object, "post_zone").text()


def test_it_gives_back_the_moment_that_it_was_given(when):
    assert when.value == TEN


def test_the_zone_is_told_with_the_same_moment_on_this_computer(when):
    assert told(when) == "CET, UTC+1 · also 09:00 your time"
    when.set_zone("UTC")
    assert told(when) == "UTC"


def test_a_moment_that_has_passed_is_told(when):
    when.give(datetime(2020, 1, 6, 10, 0))
    assert told(when).endswith(" · already past")


def test_another_day_and_time_are_told_as_an_edit(when, qtbot):
    with qtbot.waitSignal(when.edited):
        when.findChild(QDateEdit, "post_day").setDate(QDate(2027, 7, 1))
    with qtbot.waitSignal(when.edited):
        when.findChild(QTimeEdit, "post_time").setTime(QTime(8, 30))
    assert when.value == datetime(2027, 7, 1, 8, 30)
    assert told(when).startswith("CEST, UTC+2")


def test_a_post_in_the_tray_has_no_date_and_gets_its_last_one_back(when):
    tray = when.findChild(QCheckBox, "post_in_tray")
    tray.click()
    assert when.value is None
    assert not when.findChild(QDateEdit, "post_day").isEnabled()
    tray.click()
    assert when.value == TEN


def test_showing_a_moment_is_no_edit(when, qtbot):
    with qtbot.assertNotEmitted(when.edited):
        when.give(None)
        when.give(TEN)
