"""What SQLite says, as sentences with the way out."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import AppError, BusyError, CalendarFileError, InvalidInputError
from app.storage.refusals import refusal
from app.wording import _

FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What statements raise: a damaged schema makes even SQLite's message undecodable."""


def told(error: Exception, path: Path, target: Path | None = None) -> AppError | None:
    """Return the error that a person may see, or nothing where the program itself is at fault.

    Where one file is copied to another, what is read is at `path` and what is written at `target`.
    """
    if known := refusal(str(error)):
        return known
    if isinstance(error, UnicodeDecodeError) or str(error).startswith("Could not decode"):
        return damaged(path)
    code = getattr(error, "sqlite_errorname", "")
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(path)
    tellers = (tell for start, tell in _TOLD.items() if code.startswith(start))
    tell = next(tellers, None)
    return tell(target or path) if tell else None


@contextmanager
def telling(path: Path, target: Path | None = None) -> Iterator[None]:
    """Run a block in which SQLite's errors about these files become sentences."""
    try:
        yield
    except FAULTS as error:
        if known := told(error, path, target):
            raise known from error
        raise


def damaged(path: Path) -> CalendarFileError:
    """Return the sentence for a file whose bytes make no sense."""
    return CalendarFileError(
        _("The calendar {file} is damaged. Open your newest copy of it.").format(file=path)
    )


def not_writable(path: Path) -> CalendarFileError:
    """Return the sentence for a file that can only be read."""
    return CalendarFileError(
        _(
            "The calendar {file} is read-only. Allow writing to the file, or work on a copy of it."
        ).format(file=path)
    )


def folder_not_writable(path: Path) -> CalendarFileError:
    """Return the sentence for a folder in which no file can be made."""
    return CalendarFileError(
        _(
            "The folder {folder} cannot be written, and saving needs that. Allow writing to it, or "
            "choose another folder."
        ).format(folder=path.parent)
    )


def disk_full(path: Path) -> CalendarFileError:
    """Return the sentence for a disk without space."""
    return CalendarFileError(
        _("The disk with {file} is full; nothing was saved. Free some space and try again.").format(
            file=path
        )
    )


def _busy(path: Path) -> BusyError:
    return BusyError(
        _(
            "Another program is writing to {file} at this moment. Try again in a few seconds."
        ).format(file=path.name)
    )


def _unreachable(path: Path) -> CalendarFileError:
    return CalendarFileError(
        _(
            "The disk with {file} did not answer; nothing was saved. Check the disk, then open the "
            "calendar again."
        ).format(file=path)
    )


def _too_big(_path: Path) -> InvalidInputError:
    return InvalidInputError(_("The text or file is too big for the calendar; make it smaller."))


_TOLD: dict[str, Callable[[Path], AppError]] = {
    "SQLITE_BUSY": _busy,
    "SQLITE_LOCKED": _busy,
    "SQLITE_FULL": disk_full,
    "SQLITE_READONLY_DIRECTORY": folder_not_writable,
    "SQLITE_READONLY": not_writable,
    "SQLITE_CANTOPEN": folder_not_writable,
    "SQLITE_IOERR": _unreachable,
    "SQLITE_TOOBIG": _too_big,
}
