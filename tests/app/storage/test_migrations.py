"""The steps by which the schema came to be."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import app
from app.storage import migrations
from app.storage.migrations import (
    APPLICATION_ID,
    STEPS,
    applied_steps,
    expected_fingerprint,
    is_newer,
    is_older,
    migrate,
    schema_fingerprint,
)

ROOT = Path(app.__file__).resolve().parents[1]
OPEN = """
import sys
from pathlib import Path
from app.storage.sqlite import open_calendar
sys.stdin.readline()
engine = open_calendar(Path(sys.argv[1]))
print(engine.schema_is_whole())
engine.close()
"""


@pytest.fixture
def connection():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


def test_every_step_is_taken_once(connection):
    assert is_older(applied_steps(connection))
    migrate(connection)
    fingerprint = schema_fingerprint(connection)
    migrate(connection)
    assert applied_steps(connection) == set(STEPS)
    assert schema_fingerprint(connection) == fingerprint == expected_fingerprint()
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_calendar_of_the_first_step_becomes_one_of_this_program(connection, monkeypatch):
    first = dict(list(STEPS.items())[:1])
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "STEPS", first)
        migrate(connection)
    assert is_older(applied_steps(connection))
    migrate(connection)
    assert not is_older(applied_steps(connection))
    assert schema_fingerprint(connection) == expected_fingerprint()


def test_a_file_is_newer_older_or_of_this_program():
    known = frozenset(STEPS)
    assert not is_newer(known)
    assert not is_older(known)
    assert is_newer(known | {"9999 from the future"})
    assert is_older(frozenset())


def test_a_step_that_fails_leaves_nothing_behind(connection, monkeypatch):
    def half(database):
        database.execute("CREATE TABLE half (x)")
        raise ZeroDivisionError

    monkeypatch.setattr(migrations, "STEPS", STEPS | {"0002 half": half})
    with pytest.raises(ZeroDivisionError):
        migrate(connection)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert not connection.in_transaction


def test_a_step_that_ends_the_transaction_hides_no_error(connection, monkeypatch):
    def broken(database):
        database.execute("ROLLBACK")
        raise ZeroDivisionError

    monkeypatch.setattr(migrations, "STEPS", {"0001 broken": broken})
    with pytest.raises(ZeroDivisionError):
        migrate(connection)


def test_the_fingerprint_sees_every_trigger(connection):
    migrate(connection)
    connection.execute("DROP TRIGGER decision_made")
    assert schema_fingerprint(connection) != expected_fingerprint()


def test_programs_that_start_at_once_bring_a_file_up_to_date_together(tmp_path):
    """Without one lock around all steps most of them failed."""
    path = tmp_path / "plan.countersign"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE placeholder (x)")
        connection.execute("DROP TABLE placeholder")
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for _ in range(4)
    ]
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    assert [program.communicate() for program in programs] == [("True\n", "")] * 4
