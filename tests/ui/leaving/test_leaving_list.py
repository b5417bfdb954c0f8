import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from tests.ui.leaving.kit import ALL, BERLIN, LATER, LYING, NOW, SOON, TOKYO
from ui.leaving.leaving_list import LeavingList
from ui.leaving.leaving_model import LeavingModel
from ui.theme import LIGHT


class Shown:
    def __init__(self, qtbot) -> None:
        self.model = LeavingModel(BERLIN)
        self.list = LeavingList(self.model, LIGHT)
        self.list.resize(900, 700)
        qtbot.addWidget(self.list)
        self.list.show_entries(ALL, NOW)
        self.list.show()
        qtbot.waitExposed(self.list)
        self.list.activateWindow()
        self.list.setFocus()
        qtbot.waitUntil(self.list.hasFocus)
        self.opened, self.reviewed, self.chosen, self.menus = [], [], [], []
        self.list.post_opened.connect(self.opened.append)
        self.list.review_requested.connect(self.reviewed.append)
        self.list.chosen.connect(self.chosen.append)
        self.list.menu_requested.connect(self.menus.append)


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot)


def test_arrows_pass_over_headings(shown, qtbot):
    shown.list.choose_post(SOON.card.id)
    qtbot.keyClick(shown.list, Qt.Key.Key_Down)
    assert shown.list.current() == TOKYO
    assert shown.chosen == [TOKYO.card.id]


def test_enter_opens_space_reviews_and_escape_lets_go(shown, qtbot):
    shown.list.choose_post(LATER.card.id)
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    qtbot.keyClick(shown.list, Qt.Key.Key_Space)
    qtbot.keyClicks(shown.list, "x")
    qtbot.keyClick(shown.list, Qt.Key.Key_Escape)
    assert (shown.opened, shown.reviewed) == ([LATER.card.id], [LATER.card.id])
    assert shown.list.selected() == ()


def test_a_double_click_opens_the_post(shown, qtbot):
    place = shown.list.visualRect(shown.model.index_of_post(SOON.card.id)).center()
    qtbot.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.opened == [SOON.card.id]
    heading = shown.list.visualRect(shown.model.index(0)).center()
    shown.list.doubleClicked.emit(shown.list.indexAt(heading))
    assert shown.opened == [SOON.card.id]


def test_the_menu_opens_where_the_mouse_or_the_focus_is(shown):
    place = shown.list.visualRect(shown.model.index_of_post(TOKYO.card.id)).center()
    there = shown.list.viewport().mapToGlobal(place)
    for reason, position in (
        (QContextMenuEvent.Reason.Mouse, there),
        (QContextMenuEvent.Reason.Keyboard, QPoint()),
    ):
        event = QContextMenuEvent(reason, place, position)
        QApplication.sendEvent(shown.list.viewport(), event)
    assert shown.menus == [there, there]
    assert shown.list.current() == TOKYO


def test_what_is_read_anew_keeps_what_is_chosen(shown):
    shown.list.choose_post(LATER.card.id)
    shown.list.show_entries((SOON, LATER, LYING), NOW)
    assert shown.list.current() == LATER
    assert shown.list.selected() == (LATER,)
    assert shown.chosen == [LATER.card.id], "nobody has chosen anything anew"
    shown.list.show_entries((SOON,), NOW)
    assert shown.list.current() == SOON, "who stood elsewhere stands on what goes out next"
    assert shown.list.selected() == ()
    shown.list.show_entries((), NOW)
    assert shown.list.current() is None
