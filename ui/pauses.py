"""Python's own pauses, kept so short that nobody at the window feels them."""

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.program import Program

LETS_GO_AFTER_S = 0.001
"""How soon work beside the window lets it go on; Python's own 5 ms are felt at each frame."""
SEARCHES_AFTER = (5_000, 20, 50)
"""How much is made before Python searches for rubbish; by itself it does so all the time."""
LOOKS_EVERY_MS = 50


def keep_pauses_short(program: "Program") -> None:
    """Let the window answer while others work, and spare it searches through all that is loaded.

    A search through some 100,000 things stops the window for 100 ms.
    """
    sys.setswitchinterval(LETS_GO_AFTER_S)
    search_on_this_thread_only(program)
    program.loaded.connect(gc.freeze)


def search_on_this_thread_only(parent: QObject) -> None:
    """Have rubbish searched for on the window's own thread, for as long as the parent lives.

    By itself Python searches on whichever thread is at work just then. What it finds it takes
    apart there, and a dialog or a timer that another thread takes apart ends the program.
    """
    gc.disable()
    clock = QTimer(parent, interval=LOOKS_EVERY_MS)
    clock.timeout.connect(search_for_rubbish)
    clock.start()


def search_for_rubbish() -> None:
    """Search as far back as is due by what has been made since."""
    due = [
        generation
        for generation, (made, limit) in enumerate(zip(gc.get_count(), SEARCHES_AFTER, strict=True))
        if made > limit
    ]
    if due:
        gc.collect(due[-1])
