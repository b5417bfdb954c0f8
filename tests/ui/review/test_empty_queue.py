from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.review.empty_queue import EmptyQueue
from ui.theme import DARK, LIGHT


def test_an_empty_queue_leads_back_to_the_calendar(qtbot):
    empty = EmptyQueue(LIGHT)
    qtbot.addWidget(empty)
    empty.set_theme(DARK)
    with qtbot.waitSignal(empty.close_wanted):
        qtbot.mouseClick(empty.findChild(QPushButton, "empty_back"), Qt.MouseButton.LeftButton)
