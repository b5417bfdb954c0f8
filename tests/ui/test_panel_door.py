from types import SimpleNamespace

import pytest
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from tests.builders.ui import FRANCE, GERMANY, MONDAY, calendar
from ui.panel_door import PanelDoor


class Panel(QWidget):
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: list[tuple] = []
        for name in ("show_post", "show_draft", "new_post"):
            setattr(self, name, lambda *facts, name=name: self.told.append((name, *facts)))

    def leave(self) -> None:
        self.closed.emit()


class Body(QWidget):
    shows_review = True

    def __init__(self) -> None:
        super().__init__()
        self.panel = Panel(self)
        self.panel.hide()

    def turn_to_calendar(self) -> None:
        self.shows_review = False


@pytest.fixture
def desk(qtbot):
    body = Body()
    qtbot.addWidget(body)
    body.show()
    asked = []
    screen = SimpleNamespace(
        current_place=lambda: None,
        open_chosen=lambda: asked.append("open_chosen"),
        setFocus=lambda: asked.append("focus"),
    )
    shows = QAction(checkable=True)
    door = PanelDoor(body, screen, calendar, shows)
    return SimpleNamespace(door=door, body=body, screen=screen, shows=shows, asked=asked)


def test_a_post_that_is_opened_comes_beside_the_calendar(desk):
    desk.door.show_post("one")
    assert not desk.body.shows_review
    assert desk.body.panel.isVisible()
    assert desk.shows.isChecked()
    assert desk.body.panel.told == [("show_post", "one")]


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
