"""The SQLite engine: whole or not at all, and what it may do."""

import sqlite3
import threading

import pytest

from app.errors import BusyError, CalendarFileError
from app.storage import settings
from app.storage.sqlite import open_calendar
from app.storage.sqlite_engine import Sqlite


def kept(engine):
    return {row["name"] for row in engine.read("SELECT name FROM view_setting")}


def keep(engine, name):
    settings.keep_setting(engine, name, "x")


def keep_and_fail(engine, name):
    with engine.write():
        keep(engine, name)
        raise ZeroDivisionError


def test_a_block_that_fails_saves_nothing(engine):
    with pytest.raises(ZeroDivisionError):
        keep_and_fail(engine, "a")
    assert kept(engine) == set()


def test_an_inner_block_joins_the_outer_one(engine):
    def outer():
        with engine.write():
            with engine.write():
                keep(engine, "a")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        outer()
    assert kept(engine) == set()


def test_an_inner_block_that_fails_takes_back_its_own_part_only(engine):
    with engine.write():
        keep(engine, "a")
        with pytest.raises(ZeroDivisionError):
            keep_and_fail(engine, "b")
        keep(engine, "c")
    assert kept(engine) == {"a", "c"}


def test_after_a_failed_block_the_next_one_works(engine):
    with pytest.raises(ZeroDivisionError):
        keep_and_fail(engine, "a")
    keep(engine, "b")
    assert kept(engine) == {"b"}


def test_a_transaction_that_sqlite_ended_by_itself_hides_no_error(engine):
    def outer():
        with engine.write(), engine.write():
            engine.connection.execute("ROLLBACK")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        outer()
    keep(engine, "a")
    assert kept(engine) == {"a"}


def test_nothing_is_written_outside_a_block(engine):
    for write in (engine.run, engine.run_many):
        with pytest.raises(RuntimeError, match=r"engine\.write"):
            write("DELETE FROM view_setting", *([] if write == engine.run else [[]]))


def test_a_mistake_in_a_statement_is_not_dressed_up_as_a_users_error(engine):
    with pytest.raises(sqlite3.OperationalError):
        engine.read("SELECT nothing FROM nowhere")
    with pytest.raises(sqlite3.OperationalError), engine.write():
        engine.run("DELETE FROM nowhere")
    with pytest.raises(sqlite3.OperationalError), engine.write():
        engine.run_many("DELETE FROM nowhere", [])


def test_hostile_values_stay_values(engine):
    for number, value in enumerate(
        ("'; DROP TABLE audit; --", "%s", ":id", "\u202e", "x" * 200_000)
    ):
        settings.keep_setting(engine, str(number), value)
        assert settings.setting(engine, str(number)) == value


def test_it_hears_of_what_others_saved_and_not_of_its_own(calendar_path, engine):
    assert not engine.changed()
    keep(engine, "own")
    assert not engine.changed()
    other = open_calendar(calendar_path)
    keep(other, "theirs")
    other.close()
    assert engine.changed()
    assert not engine.changed()


def test_a_writer_who_waits_too_long_is_told_so(calendar_path, engine, monkeypatch):
    monkeypatch.setattr("app.storage.sqlite_engine._WAIT", 0.05)
    other = open_calendar(calendar_path)
    with engine.write(), pytest.raises(BusyError, match="Try again"):
        keep(other, "a")
    other.close()


def test_a_reader_does_not_see_half_of_a_block(calendar_path, engine):
    other = open_calendar(calendar_path, read_only=True)
    with engine.write():
        keep(engine, "a")
        assert kept(other) == set()
    assert kept(other) == {"a"}
    other.close()


def test_nothing_is_written_through_a_calendar_opened_for_reading(calendar_path):
    engine = open_calendar(calendar_path, read_only=True)
    assert engine.is_read_only
    with pytest.raises(CalendarFileError, match="read-only"):
        keep(engine, "a")
    engine.close()


def test_only_the_thread_that_opened_it_uses_it(engine):
    caught = []

    def use():
        try:
            engine.read("SELECT 1")
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_power_cuts_are_paid_for(calendar_path):
    """The rollback journal with EXTRA lost nothing in the power-cut tests."""
    engine = Sqlite(calendar_path, is_read_only=False)
    found = {
        name: engine.read(f"PRAGMA {name}")[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
    }
    engine.close()
    assert [next(iter(row.values())) for row in found.values()] == ["delete", 3, 1, 1]


def test_the_file_can_be_checked_page_by_page(engine):
    assert engine.pages_are_sound()
