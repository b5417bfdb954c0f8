"""What SQLite says, as sentences."""

import sqlite3
from pathlib import Path

import pytest

from app.errors import BusyError, CalendarFileError, InvalidInputError, RefusedError
from app.storage.sqlite_errors import telling, told

FILE = Path("/plans/spring.countersign")
COPY = Path("/backups/spring.countersign")


def error(name, text="details"):
    made = sqlite3.OperationalError(text)
    made.sqlite_errorname = name
    return made


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [
        ("SQLITE_BUSY", BusyError, "spring.countersign at this moment. Try again"),
        ("SQLITE_BUSY_SNAPSHOT", BusyError, "Try again"),
        ("SQLITE_LOCKED", BusyError, "Try again"),
        ("SQLITE_CORRUPT_INDEX", CalendarFileError, f"{FILE} is damaged. Open your newest copy"),
        ("SQLITE_NOTADB", CalendarFileError, f"{FILE} is damaged. Open your newest copy"),
        ("SQLITE_FULL", CalendarFileError, f"disk with {FILE} is full; nothing was saved. Free"),
        ("SQLITE_READONLY_ROLLBACK", CalendarFileError, f"{FILE} is read-only. Allow"),
        ("SQLITE_READONLY_DIRECTORY", CalendarFileError, "folder /plans cannot be written"),
        ("SQLITE_CANTOPEN", CalendarFileError, "folder /plans cannot be written"),
        ("SQLITE_IOERR_FSYNC", CalendarFileError, "did not answer; nothing was saved. Check"),
        ("SQLITE_TOOBIG", InvalidInputError, "too big for the calendar; make it smaller"),
    ],
)
def test_an_error_of_the_file_is_one_sentence_with_the_way_out(name, kind, sentence):
    known = told(error(name), FILE)
    assert type(known) is kind
    assert sentence in str(known)


def test_a_rule_of_the_calendar_comes_first():
    known = told(error("SQLITE_CONSTRAINT_TRIGGER", "EC403 own-work"), FILE)
    assert isinstance(known, RefusedError)


def test_text_that_is_no_text_is_damage():
    known = told(sqlite3.OperationalError("Could not decode to UTF-8 column 'text'"), FILE)
    assert "damaged" in str(known)
    with pytest.raises(CalendarFileError, match="damaged"), telling(FILE):
        b"\xff".decode()


def test_of_a_copy_the_file_that_is_at_fault_is_named():
    assert str(FILE) in str(told(error("SQLITE_CORRUPT"), FILE, COPY))
    assert str(COPY) in str(told(error("SQLITE_FULL"), FILE, COPY))


def test_a_mistake_of_the_program_stays_what_it_is():
    assert told(error("SQLITE_ERROR"), FILE) is None
    with pytest.raises(sqlite3.OperationalError), telling(FILE):
        raise error("SQLITE_ERROR")
