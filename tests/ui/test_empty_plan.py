"""What markets by days say where no post stands."""

from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.commands.post_filter import EVERYTHING
from tests.ui.direct import DirectJobs
from ui.empty_plan import EmptyPlan
from ui.plan.plan_view import Span, ViewKind
from ui.theme import DARK, LIGHT

pytestmark = pytest.mark.in_english

IN_VIEW = Span(date(2027, 11, 1), date(2027, 11, 14))


class Screen(QWidget):
    """As much of a calendar screen as is asked for."""

    counted = Signal(int, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.stack = QWidget(self)
        self.stack.resize(900, 600)
        self.filter = EVERYTHING
        self.kind = ViewKind.GRID
        self.span = IN_VIEW
        self.undated = 0
        self.tray = SimpleNamespace(tray=SimpleNamespace(rowCount=lambda: self.undated))
        self.shown: list[date] = []

    def go_to(self, day: date) -> None:
        self.shown.append(day)


class Days:
    """A reader that knows the nearest day with a post."""

    nearest: date | None = None

    def again(self) -> "Days":
        return self

    def nearest_day(self, first: date, last: date) -> date | None:
        assert (first, last) == (IN_VIEW.first, IN_VIEW.last)
        return self.nearest

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def desk(qtbot):
    screen, days = Screen(), Days()
    qtbot.addWidget(screen)
    actions = SimpleNamespace(import_sheet=QAction(), show_tray=QAction(checkable=True))
    over = EmptyPlan(days, DirectJobs(), screen, actions, LIGHT)
    screen.show()
    return SimpleNamespace(screen=screen, days=days, actions=actions, over=over)


def said(desk):
    return [label.text() for label in desk.over.findChildren(QLabel) if label.text()]


def press(desk, qtbot):
    button = desk.over.findChild(QPushButton, "empty_plan_action")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_plan_without_a_post_says_how_it_begins_and_leads_to_the_import(desk, qtbot):
    desk.screen.counted.emit(0, 0, 0)
    assert said(desk)[0] == "No posts yet"
    with qtbot.waitSignal(desk.actions.import_sheet.triggered):
        press(desk, qtbot)


@pytest.mark.parametrize(
    ("nearest", "words"),
    [
        (date(2027, 12, 24), "The next ones are on Fri, 24 Dec 2027."),
        (date(2027, 10, 4), "The last were on Mon, 4 Oct 2027."),
    ],
)
def test_where_posts_stand_on_other_days_it_leads_there(desk, qtbot, nearest, words):
    desk.days.nearest = nearest
    desk.screen.counted.emit(0, 0, 0)
    assert said(desk) == ["No posts in these weeks", words]
    press(desk, qtbot)
    assert desk.screen.shown == [nearest]


def test_where_all_posts_lie_in_the_tray_it_shows_the_tray(desk, qtbot):
    desk.screen.undated = 3
    desk.screen.counted.emit(0, 0, 0)
    assert said(desk)[1].startswith("3 posts wait in the tray")
    press(desk, qtbot)
    assert desk.actions.show_tray.isChecked()


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ({}, 1),
        ({"kind": ViewKind.DAY}, 0),
        ({"filter": EVERYTHING.saying("bread")}, 0),
    ],
)
def test_it_goes_when_posts_are_shown_and_where_another_reason_is_why_none_is(desk, change, count):
    desk.screen.counted.emit(0, 0, 0)
    assert desk.over.isVisible()
    for name, value in change.items():
        setattr(desk.screen, name, value)
    desk.screen.counted.emit(count, 0, 0)
    assert not desk.over.isVisible()


def test_what_is_dragged_over_it_finds_the_cells_below(desk):
    desk.screen.counted.emit(0, 0, 0)
    drag = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.over.dragEnterEvent(drag)
    assert not desk.over.isVisible()


def test_it_stays_in_the_middle_and_follows_the_theme(desk):
    desk.screen.counted.emit(0, 0, 0)
    before = desk.over.grab().toImage()
    desk.screen.stack.resize(1300, 600)
    assert abs(desk.over.geometry().center().x() - 650) <= 1
    desk.over.set_theme(DARK)
    assert desk.over.grab().toImage() != before


def test_it_is_as_narrow_as_the_cells_and_goes_where_they_are_a_strip(desk):
    desk.days.nearest = date(2027, 10, 1)
    desk.screen.counted.emit(0, 0, 0)
    over, stack = desk.over, desk.screen.stack
    stack.resize(200, 190)
    assert over.isVisible()
    assert stack.rect().contains(over.geometry())
    words = [one for one in over.findChildren(QLabel) if one.text()]
    assert all(one.height() >= one.heightForWidth(one.width()) for one in words)
    stack.resize(62, 190)
    assert not over.isVisible()
    stack.resize(900, 600)
    assert over.isVisible()
    assert over.width() > 300
