"""An empty PySide6 window: what Python and Qt cost by themselves, on this machine and now."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow

from tests.bench.desk import Pulse, application, milliseconds, wait_until
from tests.bench.machine import resident_megabytes


def repaints(size: QSize, rounds: int) -> tuple[float, ...]:
    """Return how long an empty window of this size takes to paint itself anew."""
    window = _shown(size)
    try:
        return tuple(milliseconds(window.repaint) for _round in range(rounds))
    finally:
        window.close()


def gaps(size: QSize, seconds: float) -> tuple[float, ...]:
    """Return how late an empty window answers while nothing is done."""
    window = _shown(size)
    pulse = Pulse()
    wait_until(lambda: pulse.age >= seconds, why="the clock stands still")
    window.close()
    return pulse.stop()


def memory() -> float | None:
    """Return the megabytes of a process with an empty window."""
    window = _shown(QSize(1440, 900))
    found = resident_megabytes()
    window.close()
    return found


def _shown(size: QSize) -> QMainWindow:
    application()
    window = QMainWindow()
    window.resize(size)
    window.show()
    wait_until(window.isVisible, why="the empty window never appeared")
    milliseconds(window.repaint)
    return window
