"""Backups are made beside the work, by themselves."""

import os
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from app.commands.backups import backups_in
from app.commands.calendars import create_calendar
from app.commands.session import now_utc
from tests.ui.direct import DirectJobs
from ui import backup_keeper
from ui.backup_keeper import BackupKeeper
from ui.preferences import Preferences


@pytest.fixture
def keeper(qapp, tmp_path):
    path = tmp_path / "Spring.countersign"
    create_calendar(path, name="Spring", owner_name="Olga")
    owner = QObject()
    preferences = Preferences()
    preferences.backups = tmp_path / "backups"
    made = BackupKeeper(path, DirectJobs(), preferences, by_itself=True, parent=owner)
    yield made
    made.stop()
    owner.deleteLater()


def test_a_while_after_the_start_one_is_made_by_itself(keeper, qtbot, monkeypatch):
    monkeypatch.setattr(backup_keeper, "FIRST_AFTER_MS", 1)
    with qtbot.waitSignal(keeper.changed):
        keeper.start()
    assert len(keeper.backups) == 1
    assert keeper.backups == backups_in(keeper.folder)


def test_none_is_made_before_another_is_due(keeper):
    keeper._on_time()  # noqa: SLF001 - the clock strikes
    keeper._on_time()  # noqa: SLF001
    assert len(keeper.backups) == 1


def test_a_sample_makes_none_by_itself(keeper, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(backup_keeper, "FIRST_AFTER_MS", 1)
    keeper.makes_them_by_itself = False
    with qtbot.assertNotEmitted(keeper.changed, wait=20):
        keeper.start()


def test_one_at_a_time(keeper, qtbot):
    keeper._is_making = True  # noqa: SLF001 - one is under way
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.back_up(lambda _sentence: None)


def test_why_none_could_be_made_by_itself_is_told(keeper, qtbot, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    keeper.use_folder(tmp_path / "file")
    with qtbot.waitSignal(keeper.refused):
        keeper._on_time()  # noqa: SLF001


def test_before_much_changes_a_backup_is_made_and_then_it_goes_on(keeper):
    made = []
    keeper.before_much(lambda: made.append(len(backups_in(keeper.folder))))
    assert made == [1]


def test_what_was_backed_up_as_it_is_now_is_not_backed_up_again(keeper, monkeypatch):
    keeper.back_up(pytest.fail)
    later = now_utc() + timedelta(seconds=5)
    os.utime(keeper.calendar, (later.timestamp() - 60, later.timestamp() - 60))
    monkeypatch.setattr(backup_keeper, "now_utc", lambda: later)
    gone_on = []
    keeper.before_much(lambda: gone_on.append(True))
    assert (len(keeper.backups), gone_on) == (1, [True])


def test_what_waits_for_a_backup_goes_on_where_none_can_be_made(keeper, qtbot, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    keeper.use_folder(tmp_path / "file")
    gone_on = []
    with qtbot.waitSignal(keeper.refused):
        keeper.before_much(lambda: gone_on.append(True))
    assert gone_on == [True]


def test_a_sample_goes_on_without_a_backup(keeper):
    keeper.makes_them_by_itself = False
    gone_on = []
    keeper.before_much(lambda: gone_on.append(True))
    assert (gone_on, backups_in(keeper.folder)) == ([True], ())
