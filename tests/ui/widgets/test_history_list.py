from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.builders import ui_b
from ui.widgets.history_list import HistoryList, here


@pytest.fixture
def history(qtbot):
    made = HistoryList()
    qtbot.addWidget(made)
    made.show()
    return made


def words_of(history):
    QApplication.processEvents()  # new rows come with the next turn of the event loop
    return [label.text() for label in history.findChildren(QLabel) if label.isVisible()]


def test_the_newest_event_comes_first_with_who_and_when(history):
    history.set_entries(ui_b.some_history())
    what, who = words_of(history)[:2]
    assert what == "Moved from Tue 9 Nov to Wed 10 Nov"
    assert who == "Lena Brandt, Mon 1 Nov, 13:00"
    assert not history.findChild(QPushButton, "history_more").isVisible()


def test_a_long_history_shows_the_last_events_and_the_rest_on_a_click(history, qtbot):
    (entry, *_rest) = ui_b.some_history()
    history.set_entries([replace(entry, seq=number) for number in range(30)])
    more = history.findChild(QPushButton, "history_more")
    assert more.text() == "Show all 30"
    assert len(words_of(history)) == 10
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(words_of(history)) == 60
    assert not more.isVisible()


def test_a_moment_that_has_passed_is_told_on_this_computers_clock():
    assert here(datetime(2027, 11, 1, 12, 0, tzinfo=UTC)) == "Mon 1 Nov, 12:00"
