from datetime import datetime

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QDateEdit, QTimeEdit

from ui.duty.moment_field import MomentField


@pytest.fixture
def field(qtbot):
    made = MomentField("starts", "Beginning")
    qtbot.addWidget(made)
    return made


def test_a_moment_comes_back_and_showing_it_is_no_edit(field, qtbot):
    with qtbot.assertNotEmitted(field.edited):
        field.set_moment(datetime(2027, 12, 24, 9, 30))
    assert field.moment == datetime(2027, 12, 24, 9, 30)


def test_a_change_of_day_or_time_is_told(field, qtbot):
    field.set_moment(datetime(2027, 12, 24, 9, 30))
    with qtbot.waitSignal(field.edited):
        field.findChild(QDateEdit, "starts_day").setDate(QDate(2027, 12, 31))
    with qtbot.waitSignal(field.edited):
        field.findChild(QTimeEdit, "starts_clock").setTime(QTime(20, 0))
    assert field.moment == datetime(2027, 12, 31, 20)


def test_digits_never_read_backwards(field):
    for kind in (QDateEdit, QTimeEdit):
        assert field.findChild(kind).layoutDirection() == Qt.LayoutDirection.LeftToRight
