from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.commands.review_queue import Whose
from ui.review.empty_queue import EmptyQueue
from ui.theme import DARK, LIGHT


def test_an_empty_queue_leads_back_to_the_calendar(qtbot):
    empty = EmptyQueue(LIGHT)
    qtbot.addWidget(empty)
    empty.set_theme(DARK)
    with qtbot.waitSignal(empty.close_wanted):
        qtbot.mouseClick(empty.findChild(QPushButton, "empty_back"), Qt.MouseButton.LeftButton)


def test_after_a_hold_it_says_that_all_is_read_and_leads_to_the_whole_queue(qtbot):
    empty = EmptyQueue(LIGHT)
    qtbot.addWidget(empty)
    empty.show()
    whole = empty.findChild(QPushButton, "empty_whole")
    assert not whole.isVisible()
    empty.show_reason("Germany")
    assert empty.findChild(object, "empty_title").text() == "All that the hold had caught is read"
    with qtbot.waitSignal(empty.whole_wanted):
        qtbot.mouseClick(whole, Qt.MouseButton.LeftButton)
    empty.show_reason("")
    assert not whole.isVisible()


def test_an_empty_part_leads_to_what_waits_for_anybody(qtbot):
    empty = EmptyQueue(LIGHT)
    qtbot.addWidget(empty)
    empty.show()
    others = empty.findChild(QPushButton, "empty_others")
    assert not others.isVisible()
    empty.show_reason("", Whose.MINE)
    with qtbot.waitSignal(empty.others_wanted):
        qtbot.mouseClick(others, Qt.MouseButton.LeftButton)
