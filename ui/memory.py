"""Memory that nobody uses any more, given back to the system where its library would keep it.

The GNU library keeps what a thread has freed, for each thread by itself: after some periods had
been read that was more than all that is shown.
"""

import ctypes
import sys
from contextlib import suppress

_MOST_ARENAS = -8
"""Which setting of `mallopt` says how many pools of memory there are (malloc.h)."""
_POOLS = 2


def share_memory() -> None:
    """Let threads share their memory; call it before the first of them starts."""
    with suppress(OSError, AttributeError):
        _library().mallopt(_MOST_ARENAS, _POOLS)


def give_back() -> None:
    """Give back what has been freed; it takes some milliseconds: ask for it beside the window."""
    with suppress(OSError, AttributeError):
        _library().malloc_trim(0)


def _library() -> ctypes.CDLL:
    """Return the C library; OSError where it is not that of GNU."""
    if sys.platform != "linux":
        raise OSError
    return ctypes.CDLL("libc.so.6")
