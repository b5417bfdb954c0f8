"""Copies that were checked before they count."""

import threading
from contextlib import closing

import pytest

from app.errors import CalendarFileError
from app.storage import posts
from app.storage.audit import head, verify
from app.storage.backup import back_up, copy_unread
from app.storage.sqlite import open_calendar
from tests.app.storage.ground import Desk


def test_a_backup_holds_everything(desk, engine, tmp_path):
    post = desk.approved()
    target = tmp_path / "copy.countersign"
    back_up(engine, target)
    with closing(open_calendar(target)) as copy:
        assert posts.by_ids(copy, [post.id]) == [post]
        assert head(copy) == head(engine)
        assert verify(copy) == ()


def test_a_backup_takes_the_place_of_an_earlier_one(desk, engine, tmp_path):
    target = tmp_path / "copy.countersign"
    back_up(engine, target)
    desk.create()
    back_up(engine, target)
    with closing(open_calendar(target)) as copy:
        assert head(copy) == head(engine)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "copy.countersign",
        "spring.countersign",
    ]


def test_a_backup_made_while_others_save_is_whole(calendar_path, engine, tmp_path):
    stop, saved = threading.Event(), []

    def save():
        other = Desk.at(calendar_path, "later")
        while not stop.is_set():
            saved.append(other.create())
            stop.wait(0.005)
        other.engine.close()

    thread = threading.Thread(target=save)
    thread.start()
    try:
        for number in range(3):
            target = tmp_path / f"copy-{number}.countersign"
            known = head(engine)
            back_up(engine, target)
            with closing(open_calendar(target)) as copy:
                assert head(copy).seq >= known.seq
                assert verify(copy) == ()
    finally:
        stop.set()
        thread.join()
    assert saved


def test_a_folder_that_is_not_there_is_named(engine, tmp_path):
    with pytest.raises(CalendarFileError, match="nowhere"):
        back_up(engine, tmp_path / "nowhere" / "copy.countersign")


def test_a_file_that_cannot_be_read_yet_is_copied_as_it_is(engine, calendar_path, tmp_path):
    target = tmp_path / "copy.countersign"
    copy_unread(calendar_path, target)
    with closing(open_calendar(target)) as copy:
        assert head(copy) == head(engine)
    assert not list(tmp_path.glob("*.part"))


def test_a_copy_into_a_folder_that_is_not_there_is_refused(calendar_path, tmp_path):
    with pytest.raises(CalendarFileError, match="nowhere"):
        copy_unread(calendar_path, tmp_path / "nowhere" / "copy.countersign")


def test_a_copy_that_lacks_something_is_no_backup(desk, engine, tmp_path, monkeypatch):
    earlier, target = tmp_path / "earlier", tmp_path / "copy.countersign"
    engine.copy_to(earlier)
    desk.create()
    monkeypatch.setattr(type(engine), "copy_to", lambda _engine, to: earlier.replace(to))
    with pytest.raises(CalendarFileError, match="not complete"):
        back_up(engine, target)
    assert not target.exists()
    assert not list(tmp_path.glob("*.part"))


def test_a_disk_that_fails_in_the_end_leaves_no_half_backup(engine, tmp_path, monkeypatch):
    def fail(_handle):
        raise OSError

    monkeypatch.setattr("app.storage.backup.os.fsync", fail)
    with pytest.raises(CalendarFileError, match="cannot be written"):
        back_up(engine, tmp_path / "copy.countersign")
    assert [path.name for path in tmp_path.iterdir()] == ["spring.countersign"]
