from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app.domain.observance import Part
from tests.builders.month import POST, knowledge
from tests.builders.ui import observance


def show_help(header, at):
    event = QHelpEvent(QEvent.Type.ToolTip, at, header.viewport().mapToGlobal(at))
    QApplication.sendEvent(header.viewport(), event)
    return QToolTip.text()


def test_what_goes_on_all_month_stands_above_the_weekdays(month):
    header = month.day_header
    low = header.height()
    band = replace(observance(), name="Ramadan", why="Fasting by day.", part=Part.BAND)
    month.model().show_days(knowledge("Day", bands=(band,)))
    assert header.height() > low
    assert "Ramadan" in show_help(header, QPoint(20, 10))
    assert header.grab().toImage() is not None


def test_a_week_says_its_number_its_days_and_its_posts(month):
    row = month.model().index_of(POST.id).row()
    lines = month.market_header.lines(row, 1)
    assert all(lines)
    at = QPoint(10, month.market_header.sectionViewportPosition(row) + 5)
    assert all(line.split()[0] in show_help(month.market_header, at) for line in lines)


def test_a_weekday_is_no_day_to_ask_about(month):
    month.day_header.day_asked.connect(lambda _day: pytest.fail("asked"))
    month.day_header.sectionDoubleClicked.emit(0)
