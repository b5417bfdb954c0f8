from datetime import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from tests.builders.hours import MORNING, NINTH
from tests.builders.ui import FRANCE
from tests.ui.hours.hours_ground import place
from ui.cards.dragging import Drop, mime_of

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


@pytest.mark.parametrize(("action", "is_copy"), [(MOVE, False), (COPY, True)])
def test_a_drop_goes_to_the_minute_that_was_said(hours, qtbot, action, is_copy):
    hours.show_usual_hours()
    carried = mime_of([MORNING])
    goal = QPointF(place(hours, FRANCE, 10 * 60 + 35))
    enter = QDragEnterEvent(goal.toPoint(), action, carried, LEFT, NONE)
    hours.dragEnterEvent(enter)
    hours.dragMoveEvent(QDragMoveEvent(goal.toPoint(), action, carried, LEFT, NONE))
    assert hours.aim.aimed == (FRANCE.id, time(10, 35))
    assert not hours.viewport().grab().isNull()
    hours.drag.aim_again()
    assert hours.aim.aimed == (FRANCE.id, time(10, 35))
    with qtbot.waitSignal(hours.model().dropped) as told:
        hours.dropEvent(QDropEvent(goal, action, carried, LEFT, NONE))
    assert told.args == [Drop((MORNING.id,), FRANCE.id, NINTH, is_copy=is_copy, clock=time(10, 35))]
    assert told.args[0].seen == {MORNING.id: MORNING.local}
    assert hours.aim.aimed is None


def test_beside_the_markets_nothing_can_be_dropped(hours):
    hours.model().show_period(hours.model().period, ())
    carried = mime_of([MORNING])
    move = QDragMoveEvent(QPoint(600, 300), MOVE, carried, LEFT, NONE)
    hours.dragMoveEvent(move)
    assert not move.isAccepted()
    hours.dropEvent(QDropEvent(QPointF(600, 300), MOVE, carried, LEFT, NONE))
