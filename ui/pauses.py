"""Python's own pauses, kept so short that nobody at the window feels them."""

import gc
import sys

from ui.program import Program

LETS_GO_AFTER_S = 0.001
"""How soon work beside the window lets it go on; Python's own 5 ms are felt at each frame."""
SEARCHES_AFTER = (5_000, 20, 50)
"""How much is made before Python searches for rubbish; by itself it does so all the time."""


def keep_pauses_short(program: Program) -> None:
    """Let the window answer while others work, and spare it searches through all that is loaded.

    A search through some 100,000 things stops the window for 100 ms.
    """
    sys.setswitchinterval(LETS_GO_AFTER_S)
    gc.set_threshold(*SEARCHES_AFTER)
    program.loaded.connect(gc.freeze)
