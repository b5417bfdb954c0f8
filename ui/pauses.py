"""Python's own pauses, kept so short that nobody at the window feels them."""

import gc
import sys
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

if TYPE_CHECKING:
    from ui.program import Program

LETS_GO_AFTER_S = 0.001
"""How soon work beside the window lets it go on; Python's own 5 ms are felt at each frame."""
SEARCHES_AFTER = (5_000, 4, 250)
"""How much is made before Python searches for rubbish; by itself it does so all the time.

The second number says how many young searches one of the middle goes back: 20 of them, while a
sheet is read beside the window, were 70 ms at once.
"""
LOOKS_EVERY_MS = 50
RESTS_AFTER_S = 2.0
"""Who has not touched the window for so long does not feel a search through all there is."""
OVERDUE = 4
"""So many times later it is done even where somebody is at work: memory must not grow for ever."""

_OLDEST = 2
_TOUCHES = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.Wheel),
        *(QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease),
        *(QEvent.Type.DragMove, QEvent.Type.TouchUpdate, QEvent.Type.TabletMove),
    }
)


def keep_pauses_short(program: "Program") -> None:
    """Let the window answer while others work, and spare it searches through all that is loaded.

    A search through some 100,000 things stops the window for 100 ms.
    """
    sys.setswitchinterval(LETS_GO_AFTER_S)
    Searcher(program, lambda: program.window is not None and not program.window.is_settled)
    program.loaded.connect(gc.freeze)


class Searcher(QObject):
    """Has rubbish searched for on the window's own thread, for as long as its parent lives.

    By itself Python searches on whichever thread is at work just then. What it finds it takes
    apart there, and a dialog or a timer that another thread takes apart ends the program. Through
    what is old it searches while nobody touches the window and nothing is under way.
    """

    def __init__(self, parent: QObject, is_busy: Callable[[], bool]) -> None:
        """Take what tells whether anything is under way at the window."""
        super().__init__(parent)
        self._is_busy = is_busy
        self._touched = 0.0
        gc.disable()
        clock = QTimer(self, interval=LOOKS_EVERY_MS)
        clock.timeout.connect(self._on_clock)
        clock.start()
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Notice when the window is touched."""
        if event.type() in _TOUCHES:
            self._touched = monotonic()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # Qt takes it off when either of them goes

    def _on_clock(self) -> None:
        search_for_rubbish(spares_old=self._is_at_work)

    def _is_at_work(self) -> bool:
        return monotonic() - self._touched < RESTS_AFTER_S or self._is_busy()


def search_for_rubbish(*, spares_old: Callable[[], bool] = lambda: False) -> None:
    """Search as far back as is due by what has been made since; through what is old when overdue.

    `spares_old` tells whether somebody would feel that.
    """
    made = gc.get_count()
    due = [age for age, limit in enumerate(SEARCHES_AFTER) if made[age] > limit]
    is_overdue = made[_OLDEST] > OVERDUE * SEARCHES_AFTER[_OLDEST]
    if _OLDEST in due and not is_overdue and spares_old():
        due.remove(_OLDEST)
    if due:
        gc.collect(due[-1])
