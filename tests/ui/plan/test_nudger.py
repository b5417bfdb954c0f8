from PySide6.QtCore import QObject, Signal

from ui.plan.nudger import Nudger
from ui.plan.plan_view import Nudge


class Busy(QObject):
    is_busy_changed = Signal(bool)
    is_busy = False


def test_keys_that_are_pressed_while_a_move_is_saved_are_gathered(qtbot):
    operations, moved = Busy(), []
    nudger = Nudger(operations, moved.append, operations)
    nudger.press(Nudge(days=1))
    operations.is_busy = True
    for step in (1, 1, 1, -1):
        nudger.press(Nudge(days=step))
    assert moved == [Nudge(days=1)]
    operations.is_busy = False
    operations.is_busy_changed.emit(False)
    qtbot.waitUntil(lambda: moved == [Nudge(days=1), Nudge(days=2)])


def test_there_and_back_is_no_step_at_all(qtbot):
    operations, moved = Busy(), []
    operations.is_busy = True
    nudger = Nudger(operations, moved.append, operations)
    nudger.press(Nudge(days=1))
    nudger.press(Nudge(days=-1))
    operations.is_busy = False
    nudger.press(Nudge())
    assert moved == []
