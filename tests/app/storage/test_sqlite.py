"""Making and opening calendar files: what is wrong with one is one sentence with the way out."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import gettempdir

import pytest

import app
from app.errors import CalendarFileError
from app.storage import sqlite, sqlite_engine
from app.storage.audit import verify
from app.storage.calendar import calendar_facts
from app.storage.migrations import STEPS
from app.storage.sqlite import create_calendar, open_calendar

ONE_SENTENCE = re.compile(r"[^.]+\.( [A-Z][^.]+\.)*")


def test_a_new_calendar_is_whole_and_opens_again(tmp_path):
    path = tmp_path / "new.countersign"
    engine = create_calendar(path, name="New")
    assert not engine.is_read_only
    engine.close()
    for read_only in (False, True):
        with closing(open_calendar(path, read_only=read_only)) as engine:
            assert calendar_facts(engine).name == "New"
            assert verify(engine) == ()
    assert [found.name for found in tmp_path.iterdir()] == ["new.countersign"]


def no_file(path):
    path.unlink()


def no_database(path):
    path.write_text("Date,Text\n2027-11-09,Hello\n" * 100)


def empty(path):
    path.write_bytes(b"")


def another_database(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE plan (x)")


def folder(path):
    path.unlink()
    path.mkdir()


def newer(path):
    statement = (
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('countersign', '9999 from the future', '')"
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def without_a_trigger(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER decision_made")


def cut_off(path):
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size * 2 // 3)


def overwritten_in_the_middle(path):
    with path.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 8192))


def forgotten_steps(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM _sqlite_migrations")


BAD_FILES = {
    "there is no file": (no_file, "no file {path}. Choose another one, or make"),
    "no database": (no_database, "{path} is not a Countersign calendar. Choose another"),
    "empty": (empty, "{path} is not a Countersign calendar. Choose another"),
    "another database": (another_database, "{path} is not a Countersign calendar. Choose another"),
    "a folder": (folder, "{path} cannot be read. Allow reading it, or choose"),
    "newer than the program": (newer, "{path} was written by a newer Countersign. Update"),
    "a guard is missing": (without_a_trigger, "guards in {path} were changed"),
    "its list of steps is gone": (
        forgotten_steps,
        "{path} is damaged. Open your newest copy of it",
    ),
    "cut off": (cut_off, "{path} is damaged. Open your newest copy of it"),
    "overwritten": (overwritten_in_the_middle, "{path} is damaged. Open your newest copy of it"),
}


@pytest.mark.parametrize("what", BAD_FILES)
def test_a_bad_file_is_told_in_one_sentence_and_stays_as_it_is(calendar_path, what):
    spoil, told = BAD_FILES[what]
    spoil(calendar_path)
    before = calendar_path.read_bytes() if calendar_path.is_file() else None
    with pytest.raises(CalendarFileError) as caught:
        open_calendar(calendar_path)
    assert told.format(path=calendar_path) in str(caught.value)
    assert ONE_SENTENCE.fullmatch(str(caught.value).replace(str(calendar_path), "FILE"))
    assert before == (calendar_path.read_bytes() if calendar_path.is_file() else None)
    assert len(list(calendar_path.parent.iterdir())) <= 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_pipe_is_no_calendar_and_is_not_waited_for(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(CalendarFileError, match="is not a Countersign calendar"):
        open_calendar(path, read_only=True)


def test_a_newer_file_can_be_opened_for_reading(calendar_path):
    newer(calendar_path)
    with closing(open_calendar(calendar_path, read_only=True)) as engine:
        assert calendar_facts(engine).name == "Spring"


def test_an_older_file_is_brought_up_to_date_only_where_it_can_be_written(
    calendar_path, monkeypatch
):
    def add(database):
        database.execute("CREATE TABLE added (x TEXT) STRICT")

    monkeypatch.setattr("app.storage.migrations.STEPS", STEPS | {"0002 added": add})
    sqlite_engine.expected_fingerprint.cache_clear()
    try:
        with pytest.raises(CalendarFileError, match="older Countersign"):
            open_calendar(calendar_path, read_only=True)
        open_calendar(calendar_path).close()
        with closing(open_calendar(calendar_path, read_only=True)) as engine:
            assert engine.read("SELECT * FROM added") == []
    finally:
        sqlite_engine.expected_fingerprint.cache_clear()


def test_a_file_that_exists_is_not_overwritten(calendar_path):
    before = calendar_path.read_bytes()
    with pytest.raises(CalendarFileError, match=r"exists already\. Open it, or choose"):
        create_calendar(calendar_path, name="New")
    assert calendar_path.read_bytes() == before


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(CalendarFileError, match=r"nowhere does not exist\. Choose another folder"):
        create_calendar(tmp_path / "nowhere" / "x.countersign", name="New")


def test_a_calendar_that_cannot_be_finished_leaves_no_file(tmp_path, monkeypatch):
    def fail(*_args, **_facts):
        raise CalendarFileError

    for name in ("migrate", "note_calendar"):
        with monkeypatch.context() as patch:
            patch.setattr(sqlite, name, fail)
            with pytest.raises(CalendarFileError):
                create_calendar(tmp_path / "x.countersign", name="New")
        assert list(tmp_path.iterdir()) == []


def test_a_python_with_an_old_sqlite_is_told_so(calendar_path, tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(CalendarFileError, match=r"3\.37 or newer"):
        open_calendar(calendar_path)
    with pytest.raises(CalendarFileError, match=r"3\.37 or newer"):
        create_calendar(tmp_path / "new.countersign", name="New")


def test_big_files_are_not_checked_page_by_page_at_every_start(calendar_path, monkeypatch):
    monkeypatch.setattr(sqlite, "_CHEAP", 0)
    monkeypatch.setattr(sqlite_engine.Sqlite, "pages_are_sound", None)
    open_calendar(calendar_path).close()


# Rights do not bind an administrator: these run as somebody without any.

NOBODY = 65534
TRY = """
import os, sys
from pathlib import Path
from app.errors import CalendarFileError
from app.storage import settings
from app.storage.migrations import expected_fingerprint
from app.storage.sqlite import create_calendar, open_calendar
path = Path(sys.argv[2])
expected_fingerprint(), path.as_uri()  # load the program's own files, which not everybody may
if os.geteuid() == 0:
    os.setuid(int(sys.argv[3]))
try:
    if sys.argv[1] == "create":
        create_calendar(path, name="New")
    else:
        engine = open_calendar(path, read_only=sys.argv[1] == "read")
        print("opened", len(engine.read("SELECT * FROM calendar")))
        if sys.argv[1] == "write later":
            path.parent.chmod(0o555)
            settings.keep_setting(engine, "a", "b")
except CalendarFileError as error:
    print(error)
"""

needs_rights = pytest.mark.skipif(os.name == "nt", reason="rights are another matter on Windows")


@pytest.fixture
def somewhere(team_file):
    """A folder of somebody without rights, below folders that all may enter."""
    place = Path(gettempdir()) / f"countersign-rights-{os.getpid()}"
    place.mkdir(mode=0o777)
    shutil.copy(team_file, place / "plan.countersign")
    (place / "plan.countersign").chmod(0o666)
    if os.geteuid() == 0:
        os.chown(place, NOBODY, NOBODY)
        os.chown(place / "plan.countersign", NOBODY, NOBODY)
    yield place
    place.chmod(0o777)
    shutil.rmtree(place)


def tried(what, path):
    done = subprocess.run(
        [sys.executable, "-c", TRY, what, str(path), str(NOBODY)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(app.__file__).resolve().parents[1],
    )
    assert done.stderr == ""
    return done.stdout


@needs_rights
def test_a_file_that_may_only_be_read_says_so_and_opens_for_reading(somewhere):
    path = somewhere / "plan.countersign"
    path.chmod(0o444)
    assert f"{path} is read-only. Allow writing" in tried("open", path)
    assert tried("read", path) == "opened 1\n"


@needs_rights
def test_a_file_that_may_not_be_read_says_so(somewhere):
    path = somewhere / "plan.countersign"
    path.chmod(0)
    assert f"{path} cannot be read. Allow reading it" in tried("open", path)


@needs_rights
def test_a_folder_that_cannot_be_written_says_so(somewhere):
    somewhere.chmod(0o555)
    told = f"The folder {somewhere} cannot be written"
    assert told in tried("create", somewhere / "new.countersign")
    assert told in tried("open", somewhere / "plan.countersign")
    assert tried("read", somewhere / "plan.countersign") == "opened 1\n"


@needs_rights
def test_a_folder_that_turns_read_only_under_an_open_calendar_says_so(somewhere):
    said = tried("write later", somewhere / "plan.countersign")
    assert f"The folder {somewhere} cannot be written" in said
