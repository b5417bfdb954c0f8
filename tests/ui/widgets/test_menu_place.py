import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QListWidget

from ui.widgets.menu_place import menu_place

Reason = QContextMenuEvent.Reason


@pytest.fixture
def shown(qtbot):
    made = QListWidget()
    made.addItems(["One", "Two"])
    made.setCurrentRow(0)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def asked(shown, reason, row: int) -> QContextMenuEvent:
    place = shown.visualItemRect(shown.item(row)).center()
    return QContextMenuEvent(reason, place, shown.viewport().mapToGlobal(place))


def test_by_mouse_it_opens_there_for_what_lies_there(shown):
    chosen = []
    event = asked(shown, Reason.Mouse, 1)
    assert menu_place(shown, event, chosen.append) == event.globalPos()
    assert [index.row() for index in chosen] == [1]
    assert menu_place(shown, asked(shown, Reason.Mouse, 0), chosen.append)
    assert len(chosen) == 1, "what is selected already stays so"


def test_by_key_it_opens_at_the_current_item(shown):
    nowhere = QContextMenuEvent(Reason.Keyboard, QPoint(), QPoint())
    middle = shown.visualItemRect(shown.item(0)).center()
    there = menu_place(shown, nowhere, lambda _index: pytest.fail("nothing is chosen"))
    assert there == shown.viewport().mapToGlobal(middle)
