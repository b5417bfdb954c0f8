"""The bytes of a file that somebody chose, or one sentence that says why there are none."""

import os
import sys
from pathlib import Path

from app.errors import InvalidInputError
from app.exchange.limits import MOST_BYTES, too_large
from app.wording import _


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file; InvalidInputError where it is too large or cannot be read.

    A pipe is read while somebody writes to it, and never waited for.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            _wait_for_bytes(file.fileno())
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise InvalidInputError(
            _("There is no file “{file}”; choose another one.").format(file=path)
        ) from error
    except OSError as error:
        raise InvalidInputError(
            _("“{file}” cannot be opened; close it elsewhere or choose another file.").format(
                file=path
            )
        ) from error
    if len(data) > MOST_BYTES:
        raise too_large(path.name)
    return data


def _without_waiting(path: str, flags: int) -> int:
    """Open a file as asked, but do not wait until somebody opens the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _wait_for_bytes(descriptor: int) -> None:
    if sys.platform != "win32":
        os.set_blocking(descriptor, True)
