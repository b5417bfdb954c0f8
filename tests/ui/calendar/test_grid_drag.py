import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QRegion,
)
from PySide6.QtWidgets import QApplication

from tests.builders.ui import FRANCE, GERMANY, MONDAY, day_knowledge, observance
from tests.ui.calendar.grid_ground import FIRST, FRENCH, FRIDAY, LEFT, NONE, Painted, send_drag
from ui.cards.dragging import Drop, mime_of


@pytest.mark.in_english
def test_hovering_shows_what_a_drop_means_and_a_drop_asks_for_it(grid):
    drops = []
    grid.model.dropped.connect(drops.append)
    grid.model.show_days(day_knowledge())
    place = grid.view.visualRect(grid.model.index_at(FRANCE.id, FRIDAY)).center()
    move = Qt.DropAction.MoveAction
    kept = [send_drag(grid, FIRST, place, move, QDragEnterEvent)]
    assert grid.view.sight.is_active
    kept.append(send_drag(grid, FIRST, place, move, QDragMoveEvent))
    assert grid.view.sight.target == (FRANCE.id, FRIDAY)
    assert "Make a version for France" in grid.view.sight.hint.text
    kept.append(send_drag(grid, FIRST, place, move, QDropEvent))
    assert drops == [Drop((FIRST.id,), FRANCE.id, FRIDAY, is_copy=False)]
    assert not grid.view.sight.is_active


def test_a_drag_that_leaves_takes_its_hint_along(grid):
    place = grid.view.visualRect(grid.model.index_at(FRANCE.id, FRIDAY)).center()
    kept = [send_drag(grid, FIRST, place, Qt.DropAction.MoveAction, QDragEnterEvent)]
    kept.append(send_drag(grid, FIRST, place, Qt.DropAction.MoveAction, QDragMoveEvent))
    QApplication.sendEvent(grid.view.viewport(), QDragLeaveEvent())
    assert grid.view.sight.hint.isHidden()
    assert not grid.view.sight.is_active


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_drag_that_stays_over_a_cell_paints_nothing_anew(grid):
    move = Qt.DropAction.MoveAction
    place = grid.view.visualRect(grid.model.index_at(FRANCE.id, FRIDAY)).center()
    kept = [send_drag(grid, FIRST, place, move, QDragEnterEvent)]
    kept.append(send_drag(grid, FIRST, place, move, QDragMoveEvent))
    QApplication.processEvents()
    paints = Paints(grid.view.viewport())
    kept.append(send_drag(grid, FIRST, place + QPoint(2, 2), move, QDragMoveEvent))
    QApplication.processEvents()
    assert paints.count == 0


def test_a_drag_that_is_held_at_the_edge_scrolls_the_grid(grid, qtbot):
    grid.view.resize(500, 160)
    QApplication.processEvents()
    bar, room = grid.view.verticalScrollBar(), grid.view.viewport().rect()
    edge, move = room.bottomLeft() + QPoint(60, -4), Qt.DropAction.MoveAction
    kept = [send_drag(grid, FIRST, edge, move, QDragEnterEvent)]
    kept.append(send_drag(grid, FIRST, edge, move, QDragMoveEvent))
    qtbot.waitUntil(lambda: bar.value() > 0)
    kept.append(send_drag(grid, FIRST, room.center(), move, QDragMoveEvent))
    there = bar.value()
    qtbot.wait(150)
    assert bar.value() == there
    QApplication.sendEvent(grid.view.viewport(), QDragLeaveEvent())


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_drag_that_is_held_where_later_days_lie_scrolls_to_them(grid, qtbot, direction):
    grid.view.setLayoutDirection(direction)
    grid.view.zoom.set_percent(300)
    QApplication.processEvents()
    bar, room = grid.view.horizontalScrollBar(), grid.view.viewport().rect()
    bar.setValue(bar.minimum())
    is_mirrored = direction is Qt.LayoutDirection.RightToLeft
    edge, move = QPoint(4 if is_mirrored else room.right() - 4, 40), Qt.DropAction.MoveAction
    kept = [send_drag(grid, FIRST, edge, move, QDragEnterEvent)]
    kept.append(send_drag(grid, FIRST, edge, move, QDragMoveEvent))
    aimed = grid.view.sight.target
    qtbot.waitUntil(lambda: bar.value() > grid.view.columnWidth(0))
    assert grid.view.sight.target != aimed, "what came below the drag is aimed at"
    QApplication.sendEvent(grid.view.viewport(), QDragLeaveEvent())
    there = bar.value()
    qtbot.wait(150)
    assert bar.value() == there


def test_a_drag_below_the_last_market_aims_at_nothing(grid):
    below = QPoint(300, grid.view.viewport().height() - 3)
    kept = [send_drag(grid, FIRST, below, Qt.DropAction.MoveAction, QDragEnterEvent)]
    event, data = send_drag(grid, FIRST, below, Qt.DropAction.MoveAction, QDragMoveEvent)
    kept.append((event, data))
    assert grid.view.sight.target is None
    assert not event.isAccepted()


def test_a_drag_paints_only_the_days_that_mean_something(grid, qtbot):
    grid.model.show_days(day_knowledge({(FRANCE, FRIDAY): (observance(FRIDAY),)}))
    for _turn in range(3):  # rows that have become higher are laid out a moment later
        QApplication.processEvents()
    painted = Painted(grid.view.viewport())
    cell = grid.view.visualRect(grid.model.index_at(FRANCE.id, FRIDAY))
    elsewhere = grid.view.visualRect(grid.model.index_at(GERMANY.id, MONDAY)).center()
    kept = [send_drag(grid, FIRST, elsewhere, Qt.DropAction.MoveAction, QDragEnterEvent)]
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    assert list(painted.region) == list(QRegion(cell))
    painted.region = QRegion()
    kept.append(send_drag(grid, FIRST, elsewhere, Qt.DropAction.MoveAction, QDropEvent))
    QApplication.processEvents()
    assert painted.region.isEmpty()  # what was let go is painted first
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    assert list(painted.region) == list(QRegion(cell))


def test_a_post_that_is_let_go_where_it_was_taken_up_asks_for_nothing(grid):
    class DropOfItsOwn(QDropEvent):
        def source(self):
            return grid.view

    asked = []
    grid.model.dropped.connect(asked.append)
    grid.view.choice.choose_post(FIRST.id)
    data, move = mime_of([FIRST]), Qt.DropAction.MoveAction
    for there in (FIRST, FRENCH):
        place = QPointF(grid.at(there))
        grid.view.dropEvent(DropOfItsOwn(place, move, data, LEFT, NONE))
    assert [drop.market for drop in asked] == [FRANCE.id]
