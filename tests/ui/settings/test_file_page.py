"""Where the calendar lies, and its backups."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from tests.ui.direct import DirectJobs
from ui.backup_keeper import BackupKeeper
from ui.preferences import Preferences
from ui.settings.file_page import FilePage
from ui.theme import DARK, LIGHT
from ui.widgets.two_line_list import TwoLineList

pytestmark = pytest.mark.in_english


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def keeper(owner, path, tmp_path):
    preferences = Preferences()
    preferences.backups = tmp_path / "backups"
    return BackupKeeper(path, DirectJobs(), preferences, by_itself=True, parent=owner)


@pytest.fixture
def page(qtbot, keeper):
    made = FilePage(keeper, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def words(page, name):
    return page.findChild(QLabel, name).text()


def press(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_calendar_without_a_backup_says_so_and_makes_one_on_a_click(page, path, qtbot):
    assert words(page, "calendar_place") == str(path)
    assert words(page, "last_backup") == "There is no backup yet."
    assert not page.findChild(QPushButton, "open_backup").isVisible()
    press(qtbot, page, "back_up_now")
    assert words(page, "last_backup").startswith("Last backup: ")
    assert "1 backup, " in words(page, "last_backup")
    assert page.findChild(TwoLineList, "backups_list").count() == 1


def test_a_backup_opens_as_a_calendar_of_its_own(page, path, qtbot):
    press(qtbot, page, "back_up_now")
    with qtbot.waitSignal(page.opening_asked) as asked:
        press(qtbot, page, "open_backup")
    assert asked.args[0].parent == path.parent
    assert asked.args[0] != path
    assert asked.args[0].exists()


def test_the_folder_for_backups_can_be_another_one(page, qtbot, tmp_path, monkeypatch):
    other = tmp_path / "disk"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_facts: str(other))
    press(qtbot, page, "choose_backups")
    assert Preferences().backups == other
    assert str(other) in words(page, "backup_folder")
    press(qtbot, page, "back_up_now")
    assert len(list(other.rglob("*.countersign"))) == 1


def test_a_folder_that_cannot_be_written_is_said_in_the_bar(page, keeper, qtbot, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    keeper.use_folder(tmp_path / "file")
    press(qtbot, page, "back_up_now")
    assert "choose another folder" in words(page, "message")


def test_danger_is_named_and_a_copy_leads_out_of_it(page, keeper, qtbot, tmp_path, monkeypatch):
    assert not page.findChild(QLabel, "calendar_danger").isVisible()
    keeper.calendar = tmp_path / "Dropbox" / "plan.countersign"
    keeper.start()
    keeper.stop()
    assert "Dropbox" in words(page, "calendar_danger")
    keeper.calendar = next(tmp_path.glob("*.countersign"))
    target = tmp_path / "safe" / "plan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_f, **_o: (str(target), ""))
    press(qtbot, page, "copy_calendar")
    copy = target.with_suffix(".countersign")
    assert copy.exists()
    with qtbot.waitSignal(page.opening_asked) as asked:
        press(qtbot, page, "message_action")
    assert asked.args == [copy]
    press(qtbot, page, "copy_calendar")
    assert "exists already" in words(page, "message")


def test_whoever_changes_their_mind_changes_nothing(page, qtbot, monkeypatch):
    before = words(page, "backup_folder")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_f, **_o: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_facts: "")
    press(qtbot, page, "copy_calendar")
    press(qtbot, page, "choose_backups")
    assert words(page, "backup_folder") == before
    assert page.may_leave()


def test_the_folder_can_be_looked_at(page, path, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    press(qtbot, page, "show_folder")
    assert [Path(one) for one in opened] == [path.parent]
    page.set_theme(DARK)
    page.set_calendar(None)
    page.focus_first()


def test_a_sample_says_that_it_is_not_backed_up_by_itself(owner, qtbot, path):
    keeper = BackupKeeper(path, DirectJobs(), Preferences(), by_itself=False, parent=owner)
    made = FilePage(keeper, LIGHT)
    qtbot.addWidget(made)
    assert any("The sample" in label.text() for label in made.findChildren(QLabel))
