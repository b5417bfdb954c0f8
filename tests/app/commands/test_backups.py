"""Backups: when one is due, which stay, and how one comes back."""

import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.commands.backups import (
    AT_MOST_EVERY,
    DAYS,
    NEWEST,
    WEEKS,
    backups_in,
    bring_back,
    bring_up_to_date,
    copy_calendar,
    folder_of,
    is_due,
    make_backup,
    to_keep,
)
from app.commands.calendars import create_calendar
from app.errors import CalendarFileError, OlderFileError
from app.storage.audit import head
from app.storage.migrations import STEPS
from app.storage.sqlite import open_calendar

NOW = datetime(2027, 11, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def calendar(tmp_path) -> Path:
    path = tmp_path / "Spring.countersign"
    create_calendar(path, name="Spring", owner_name="Olga", clock=lambda: NOW)
    return path


@pytest.fixture
def folder(calendar, tmp_path) -> Path:
    return folder_of(calendar, tmp_path / "backups")


def changed_at(calendar, moment):
    os.utime(calendar, (moment.timestamp(), moment.timestamp()))


def head_of(path):
    with closing(open_calendar(path, read_only=True)) as engine:
        return head(engine)


def test_two_calendars_of_one_name_have_folders_of_their_own(tmp_path):
    one, other = (folder_of(tmp_path / name / "Plan.countersign", tmp_path) for name in "ab")
    assert one != other
    assert one.name.startswith("Plan ")


def test_a_calendar_without_a_backup_is_due(calendar, folder):
    assert backups_in(folder) == ()
    assert is_due(calendar, folder, NOW)


def test_a_backup_is_a_whole_calendar_and_says_when_it_was_made(calendar, folder):
    made = make_backup(calendar, folder, NOW)
    assert made.at == NOW
    assert made.size == made.path.stat().st_size
    assert backups_in(folder) == (made,)
    assert head_of(made.path) == head_of(calendar)


@pytest.mark.parametrize(
    ("changed", "asked", "due"),
    [
        (-timedelta(minutes=1), AT_MOST_EVERY, False),
        (timedelta(minutes=1), AT_MOST_EVERY, True),
        (timedelta(minutes=1), AT_MOST_EVERY - timedelta(minutes=1), False),
        (timedelta(minutes=1), -timedelta(days=1), True),  # the clock was put back
    ],
)
def test_only_what_has_changed_is_due_and_not_too_often(calendar, folder, changed, asked, due):
    make_backup(calendar, folder, NOW)
    changed_at(calendar, NOW + changed)
    assert is_due(calendar, folder, NOW + asked) is due


def test_a_clock_that_was_years_ahead_keeps_no_later_backup_away(calendar, folder):
    for day in range(9):
        make_backup(calendar, folder, NOW + timedelta(days=900 + day))
    ahead = backups_in(folder)
    changed_at(calendar, NOW)
    assert is_due(calendar, folder, NOW)
    made = make_backup(calendar, folder, NOW)
    assert backups_in(folder) == (*ahead, made)
    assert not is_due(calendar, folder, NOW + AT_MOST_EVERY)


def test_other_files_in_the_folder_are_no_backups_and_stay(calendar, folder):
    folder.mkdir(parents=True)
    strangers = [
        folder / "Spring.countersign",
        folder / "Spring 2027-13-40 12-00-00Z.countersign",
        folder / "notes.txt",
    ]
    for stranger in strangers:
        stranger.write_text("mine", "utf-8")
    for number in range(NEWEST + 2):
        make_backup(calendar, folder, NOW + timedelta(minutes=number))
    assert len(backups_in(folder)) == NEWEST
    assert all(stranger.exists() for stranger in strangers)


def test_many_young_and_few_old_ones_are_kept():
    hourly = [NOW - timedelta(hours=hour) for hour in range(24 * 70)]
    kept = sorted(to_keep(hourly), reverse=True)
    assert kept[:NEWEST] == hourly[:NEWEST]
    days = {one.date() for one in kept}
    assert {(NOW - timedelta(days=day)).date() for day in range(DAYS)} <= days
    assert len({one.isocalendar()[:2] for one in kept}) == WEEKS
    assert len(kept) <= NEWEST + DAYS + WEEKS


def test_a_backup_that_cannot_go_now_goes_another_time(calendar, folder, monkeypatch):
    def held(_path):
        raise PermissionError

    for number in range(NEWEST):
        make_backup(calendar, folder, NOW + timedelta(minutes=number))
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", held)
        patched.setattr("app.commands.backups.back_up", lambda _engine, to: to.write_bytes(b""))
        make_backup(calendar, folder, NOW + timedelta(hours=1))
    assert len(backups_in(folder)) == NEWEST + 1
    make_backup(calendar, folder, NOW + timedelta(hours=2))
    assert len(backups_in(folder)) == NEWEST


def test_a_folder_that_cannot_be_made_is_named(calendar, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(CalendarFileError, match="file"):
        make_backup(calendar, tmp_path / "file" / "backups", NOW)
    assert backups_in(tmp_path / "file" / "backups") == ()


def test_a_folder_that_cannot_be_read_holds_nothing(tmp_path, monkeypatch):
    def unreadable(_path, _pattern):
        raise OSError

    monkeypatch.setattr(Path, "glob", unreadable)
    assert backups_in(tmp_path) == ()


def test_a_backup_comes_back_beside_the_calendar_which_stays(calendar, folder):
    before = calendar.read_bytes()
    made = make_backup(calendar, folder, NOW)
    first, second = bring_back(made, calendar), bring_back(made, calendar)
    assert first != second
    assert {first.parent, second.parent} == {calendar.parent}
    assert first.stem.startswith("Spring 2027-11-01")
    assert head_of(second) == head_of(calendar)
    assert calendar.read_bytes() == before


def test_a_calendar_of_an_older_program_is_brought_up_to_date_and_kept_as_it_was(
    calendar, folder, monkeypatch
):
    monkeypatch.setitem(STEPS, "9999 one more", lambda _database: None)
    with pytest.raises(OlderFileError):
        open_calendar(calendar, read_only=True)
    bring_up_to_date(calendar, folder, NOW)
    open_calendar(calendar, read_only=True).close()
    (kept,) = backups_in(folder)
    copy = bring_back(kept, calendar)
    with pytest.raises(OlderFileError):
        open_calendar(copy, read_only=True)
    open_calendar(copy).close()
    assert head_of(copy) == head_of(calendar)


def test_a_copy_never_takes_the_place_of_another_file(calendar, tmp_path):
    target = tmp_path / "taken.countersign"
    target.write_text("mine", "utf-8")
    with pytest.raises(CalendarFileError, match="exists already"):
        copy_calendar(calendar, target)
    assert target.read_text("utf-8") == "mine"
