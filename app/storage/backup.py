"""Copies of a calendar that were checked before they count as backups."""

import os
from pathlib import Path

from app.errors import CalendarFileError
from app.storage.chain import head
from app.storage.engine import Engine
from app.storage.sqlite import Sqlite, open_calendar
from app.storage.sqlite_errors import folder_not_writable
from app.wording import _


def back_up(engine: Engine, target: Path) -> None:
    """Write a checked copy of the calendar to `target`, in place of an earlier backup of that name.

    The copy appears under its name only when it is complete and sound. Raises CalendarFileError.
    """
    unfinished = target.with_name(f"{target.name}.part")
    known = head(engine)
    try:
        unfinished.unlink(missing_ok=True)
        engine.copy_to(unfinished)
        _check(unfinished, known.seq)
        _flush(unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise folder_not_writable(target) from error
    finally:
        unfinished.unlink(missing_ok=True)


def copy_unread(calendar: Path, target: Path) -> None:
    """Write a copy of a calendar that this program cannot read as it is; CalendarFileError."""
    unfinished = target.with_name(f"{target.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        engine = Sqlite(calendar, is_read_only=True)
        try:
            engine.copy_to(unfinished)
        finally:
            engine.close()
        _flush(unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise folder_not_writable(target) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _check(copy: Path, newest: int) -> None:
    opened = open_calendar(copy, read_only=True)
    try:
        if not opened.pages_are_sound() or head(opened).seq < newest:
            message = _("The backup {file} is not complete. Check the disk and back up again.")
            raise CalendarFileError(message.format(file=copy))
    finally:
        opened.close()


def _flush(copy: Path) -> None:
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
