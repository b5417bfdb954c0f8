"""The packed program: opens the window, or runs a word of the command line."""

import os
import re
import sys
from collections.abc import Sequence
from multiprocessing import freeze_support

_WORD = re.compile(r"[a-z]+(-[a-z]+)*|-h|--help|--version")
"""A word has neither dot nor slash, as every calendar has; all other options are the window's."""
NOT_READY = 2
_WAY_OUT = (
    "The window needs this library of the system: install it, then start Countersign again. "
    "On Debian and Ubuntu:\n    sudo apt-get install libgl1 libegl1 fonts-dejavu-core"
)
_LIBRARIES = "LD_LIBRARY_PATH"
"""PyInstaller sets it on Linux and keeps what was there before under another name."""


def main(words: Sequence[str]) -> int:
    """Do what the words ask and return the exit code."""
    keep_libraries_to_ourselves()
    write_somewhere()
    if words and _WORD.fullmatch(words[0]):
        from app.cli import main as run_word  # noqa: PLC0415  the command line loads no Qt
        from app.wording import speak_the_readers_language  # noqa: PLC0415

        speak_the_readers_language()
        return run_word(words)
    try:
        from ui.main import main as open_window  # noqa: PLC0415
    except ImportError as problem:  # drivers of the graphics card are never packed
        if ".so" not in str(problem):
            raise
        sys.stderr.write(f"{problem}\n{_WAY_OUT}\n")
        return NOT_READY
    return open_window(words)


def keep_libraries_to_ourselves() -> None:
    """Let programs that open something for us find their own libraries, not those packed here."""
    before = os.environ.pop(f"{_LIBRARIES}_ORIG", None)
    os.environ.pop(_LIBRARIES, None)
    if before is not None:
        os.environ[_LIBRARIES] = before


def write_somewhere() -> None:
    """Give whoever writes to a terminal something to write to, also where there is none.

    A terminal that lacks a character shows another one instead of failing.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # a program with a window has none on Windows
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    freeze_support()  # a process beside the program begins here too, and never goes on
    sys.exit(main(sys.argv[1:]))
