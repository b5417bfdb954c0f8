"""Steps by key: what is pressed while the last one is still being saved is gathered."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from ui.operations import Operations
from ui.plan.plan_view import Nudge

STILL = Nudge()


class Nudger(QObject):
    """Moves posts by key only while one can see where they are."""

    def __init__(
        self, operations: Operations, move: Callable[[Nudge], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._move = move
        self._waiting = STILL
        # queued: what was saved is on the screen by then
        operations.is_busy_changed.connect(self._go, Qt.ConnectionType.QueuedConnection)

    def press(self, nudge: Nudge) -> None:
        """Go a step now, or as soon as the one before is done."""
        self._waiting = self._waiting.plus(nudge)
        self._go()

    def _go(self) -> None:
        if self._waiting != STILL and not self._operations.is_busy:
            nudge, self._waiting = self._waiting, STILL
            self._move(nudge)
