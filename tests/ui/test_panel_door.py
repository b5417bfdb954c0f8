from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from tests.builders.ui import FRANCE, GERMANY, MONDAY, calendar
from ui.panel_door import PanelDoor


class Panel(QWidget):
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: list[tuple] = []
        self.post_id = None
        for name in ("show_post", "show_draft", "new_post", "write"):
            setattr(self, name, lambda *facts, name=name: self.told.append((name, *facts)))

    def leave(self) -> None:
        self.closed.emit()


class Body(QWidget):
    shows_review = True
    panel_made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.panel = Panel(self)
        self.panel.hide()

    @property
    def shows_panel(self) -> bool:
        return self.panel.isVisible()

    def turn_to_calendar(self) -> None:
        self.shows_review = False


class Screen(QObject):
    post_opened = Signal(object)
    post_chosen = Signal(object)
    new_post_requested = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.current_place = lambda: None

    def open_chosen(self) -> None:
        self.asked.append("open_chosen")

    def setFocus(self) -> None:
        self.asked.append("focus")


@pytest.fixture
def desk(qtbot):
    body = Body()
    qtbot.addWidget(body)
    body.show()
    screen = Screen()
    shows = QAction(checkable=True)
    door = PanelDoor(body, screen, calendar, shows)
    body.panel_made.emit(body.panel)
    return SimpleNamespace(door=door, body=body, screen=screen, shows=shows, asked=screen.asked)


def test_a_post_that_is_opened_comes_beside_the_calendar(desk):
    desk.door.show_post("one")
    assert not desk.body.shows_review
    assert desk.body.panel.isVisible()
    assert desk.shows.isChecked()
    assert desk.body.panel.told == [("show_post", "one")]


def test_whoever_opens_what_is_open_wants_to_write_in_it(desk):
    desk.screen.post_opened.emit("one")
    desk.body.panel.post_id = "one"
    desk.screen.post_opened.emit("one")
    desk.screen.post_opened.emit("two")
    assert desk.body.panel.told == [("show_post", "one"), ("write",), ("show_post", "two")]


def test_the_panel_follows_what_is_chosen_only_while_it_is_open(desk):
    desk.door.follow("one")
    desk.door.open()
    desk.door.follow("two")
    desk.door.follow(None)
    assert desk.body.panel.told == [("show_post", "two")]


def test_it_is_turned_on_for_the_chosen_post_and_off_by_leaving_it(desk):
    desk.door.turn(True)
    assert desk.asked == ["open_chosen"]
    desk.door.turn(False)
    assert not desk.body.panel.isVisible()
    assert not desk.shows.isChecked()
    assert desk.asked[-1] == "focus"


def test_what_was_typed_before_stands_in_it_again(desk):
    desk.door.show_draft("draft")
    assert desk.body.panel.told == [("show_draft", "draft")]


def test_a_new_post_is_of_the_market_where_one_stands_else_of_the_first(desk):
    desk.door.new_post(None, MONDAY)
    desk.screen.current_place = lambda: (FRANCE.id, MONDAY)
    desk.door.new_post(None, None)
    assert desk.body.panel.told == [
        ("new_post", GERMANY.id, MONDAY),
        ("new_post", FRANCE.id, None),
    ]
