"""Making and opening calendar files; what is wrong with a file is one sentence."""

import os
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from uuid import uuid4

from app.domain.person import NOBODY
from app.errors import CalendarFileError, OlderFileError
from app.storage.audit import Stamp
from app.storage.calendar import note_calendar
from app.storage.migrations import (
    APPLICATION_ID,
    applied_steps,
    is_newer,
    is_older,
    migrate,
)
from app.storage.sqlite_engine import Sqlite
from app.storage.sqlite_errors import damaged, folder_not_writable, not_writable, telling
from app.wording import _

__all__ = ["Sqlite", "create_calendar", "open_calendar"]

_UNFINISHED = ".part"
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_APPLICATION_ID = slice(68, 72)
_OLDEST_SQLITE = (3, 37, 0)
_CHEAP = 8 * 2**20
"""Files up to this size are checked page by page whenever they are opened: some 20 ms."""


def create_calendar(
    path: Path, *, name: str, is_sample: bool = False, stamp: Stamp | None = None
) -> Sqlite:
    """Return a new calendar in a new file; a sample calendar is one for ever.

    Without a stamp nobody is named as its maker. Raises CalendarFileError.
    """
    _check_sqlite()
    _claim(path)
    try:
        engine = _with_schema(path)
        try:
            note_calendar(engine, stamp or _nobody(), name=name, is_sample=is_sample)
        except BaseException:
            engine.close()
            raise
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return engine


def check_is_free(path: Path) -> None:
    """Raise CalendarFileError where a file has this name already."""
    if path.exists():
        raise _exists(path)


def give_name(unfinished: Path, path: Path) -> None:
    """Give a calendar that is whole and closed its name; CalendarFileError where a file has it."""
    _claim(path)
    unfinished.replace(path)


def unfinished_of(path: Path) -> Path:
    """Return another name each time for what becomes a calendar of this name."""
    return path.with_name(f"{path.name}.{uuid4().hex}{_UNFINISHED}")


def give_up_others(path: Path) -> None:
    """Remove what was to become a calendar of a name that is taken: programs were killed over it.

    One that is still at work could give it this name no more.
    """
    for left in path.parent.glob(f"{escape(path.name)}.*{_UNFINISHED}"):
        with suppress(OSError):  # nobody waits for it
            remove_unfinished(left)


def remove_unfinished(path: Path) -> None:
    """Remove a calendar in which nothing stands, and first what a cut-off command left beside it.

    Another file of this name would be taken back to that one's state.
    """
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    path.unlink()


def open_calendar(path: Path, *, read_only: bool = False) -> Sqlite:
    """Return an open calendar, brought up to date unless it is read only.

    Raises CalendarFileError with one sentence that says what is wrong with the file.
    """
    _check_sqlite()
    _check_header(path)
    if not read_only:
        _check_writable(path)
    engine = Sqlite(path, is_read_only=read_only)
    try:
        _check_pages(engine)
        _bring_up_to_date(engine)
    except BaseException:
        engine.close()
        raise
    engine.seal()
    return engine


def _nobody() -> Stamp:
    return Stamp(NOBODY, "", datetime.now(UTC))


def _with_schema(path: Path) -> Sqlite:
    engine = Sqlite(path, is_read_only=False)
    try:
        with telling(path):
            migrate(engine.connection)
    except BaseException:
        engine.close()
        raise
    engine.seal()
    return engine


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        message = _("This Python brings SQLite {version}; Countersign needs 3.37 or newer.")
        raise CalendarFileError(message.format(version=sqlite3.sqlite_version))


def _claim(path: Path) -> None:
    try:
        path.open("xb").close()
    except FileExistsError as error:
        raise _exists(path) from error
    except FileNotFoundError as error:
        message = _("The folder {folder} does not exist. Choose another folder.")
        raise CalendarFileError(message.format(folder=path.parent)) from error
    except OSError as error:
        raise folder_not_writable(path) from error


def _exists(path: Path) -> CalendarFileError:
    message = _("{file} exists already. Open it, or choose another name for the new calendar.")
    return CalendarFileError(message.format(file=path))


def _check_header(path: Path) -> None:
    try:
        # a pipe would be waited for
        header = b"" if path.is_fifo() else _start_of(path)
    except FileNotFoundError as error:
        message = _("There is no file {file}. Choose another one, or make a new calendar.")
        raise CalendarFileError(message.format(file=path)) from error
    except OSError as error:
        message = _("{file} cannot be read. Allow reading it, or choose another file.")
        raise CalendarFileError(message.format(file=path)) from error
    if not _is_calendar(header):
        message = _("{file} is not a Countersign calendar. Choose another file.")
        raise CalendarFileError(message.format(file=path))


def _start_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER)


def _is_calendar(header: bytes) -> bool:
    number = int.from_bytes(header[_APPLICATION_ID], "big")
    return header.startswith(_MAGIC) and number == APPLICATION_ID


def _check_writable(path: Path) -> None:
    if not os.access(path, os.W_OK):
        raise not_writable(path)
    if not os.access(path.parent, os.W_OK):
        raise folder_not_writable(path)


def _check_pages(engine: Sqlite) -> None:
    if engine.path.stat().st_size <= _CHEAP and not engine.pages_are_sound():
        raise damaged(engine.path)


def _bring_up_to_date(engine: Sqlite) -> None:
    path = engine.path
    with telling(path):
        applied = applied_steps(engine.connection)
    if is_newer(applied):
        if not engine.is_read_only:
            message = _(
                "{file} was written by a newer Countersign. Update Countersign, or open the "
                "calendar for reading."
            )
            raise CalendarFileError(message.format(file=path))
        return
    if is_older(applied):
        if engine.is_read_only:
            message = _(
                "{file} was written by an older Countersign and must be brought up to date. Open "
                "it once where it can be written."
            )
            raise OlderFileError(message.format(file=path))
        _take_missing_steps(engine)
    if not engine.schema_is_whole():
        message = _(
            "The guards in {file} were changed by another program. Open your newest copy of it, or "
            "open a copy from before."
        )
        raise CalendarFileError(message.format(file=path))


def _take_missing_steps(engine: Sqlite) -> None:
    try:
        with telling(engine.path):
            migrate(engine.connection)
    except sqlite3.Error as error:
        # The tables are not those that the file's own list of steps speaks of.
        raise damaged(engine.path) from error
