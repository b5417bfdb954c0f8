import csv
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton

from app.commands.holds import place_hold
from app.domain.change import ChangeSet
from app.domain.hold import Scope
from tests.builders.calendars import BREAD, NOW, QUIET_DAY
from tests.builders.ui_c import calendar_of, settle
from ui.exchange import export_dialog
from ui.exchange.candidate_table import CandidateTable
from ui.exchange.export_dialog import ExportDialog
from ui.theme import DARK, LIGHT
from ui.widgets.check_list import CheckList

WEEK = timedelta(days=7)


@pytest.fixture
def open_dialog(qtbot, path, reader, jobs, operations):
    def opened(first=QUIET_DAY - WEEK, last=QUIET_DAY + WEEK):
        dialog = ExportDialog(
            reader,
            jobs,
            operations,
            calendar_of(path),
            LIGHT,
            first=first,
            last=last,
            clock=lambda: NOW,
        )
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not jobs.under_way)
        return dialog

    return opened


@pytest.fixture
def dialog(open_dialog):
    return open_dialog()


@pytest.fixture
def folder(tmp_path, qtbot, dialog):
    made = tmp_path / "out"
    made.mkdir()
    write_folder(qtbot, dialog, made)
    return made


def write_folder(qtbot, dialog, folder):
    line = dialog.findChild(QLineEdit, "folder")
    line.selectAll()
    qtbot.keyClicks(line, str(folder))


def button(dialog, name="export"):
    return dialog.findChild(QPushButton, name)


def press(qtbot, dialog, name="export"):
    qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)


def label(dialog, name):
    return dialog.findChild(QLabel, name).text()


def rows(dialog, name):
    model = dialog.findChild(CandidateTable, name).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_preview_says_what_leaves_and_what_stays_in_and_why(dialog):
    assert label(dialog, "counts") == "1 leaves · 1 stays in"
    ((_when, market, channel, _post, approvers),) = rows(dialog, "leaving")
    assert (market, channel, approvers) == ("Germany", "Instagram", "Marc Fournier")
    ((_when, market, _channel, _post, why),) = rows(dialog, "staying")
    assert market == "France"
    assert why == "Nobody has approved it yet: open it in Review."


def test_the_export_writes_the_approved_post_and_shows_where_it_lies(
    qtbot, dialog, folder, operations
):
    assert button(dialog).text() == "Export 1 post"
    with qtbot.waitSignal(dialog.exported) as exported:
        press(qtbot, dialog)
    outcome = exported.args[0]
    assert label(dialog, "outcome_heading") == "1 post exported · 1 stayed in"
    assert Path(outcome.folder).parent == folder
    files = dialog.findChild(QListWidget, "outcome_files")
    assert files.item(0).text() == outcome.files[0]
    with (Path(outcome.folder) / outcome.files[0]).open(encoding="utf-8-sig", newline="") as file:
        header, *posts = csv.reader(file)
    assert header[0] == "Text"
    assert [post[0] for post in posts] == [BREAD]
    assert not button(dialog).isVisible()
    settle(operations, qtbot)


def test_a_folder_that_cannot_be_written_is_refused_in_the_bar(qtbot, dialog, tmp_path, operations):
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("mine")
    write_folder(qtbot, dialog, in_the_way)
    press(qtbot, dialog)
    settle(operations, qtbot)
    qtbot.waitUntil(lambda: bool(label(dialog, "message")))
    assert "a file" in label(dialog, "message")
    assert button(dialog).isEnabled()
    assert in_the_way.read_text() == "mine"


def test_a_hold_placed_meanwhile_is_refused_by_the_gate_not_by_the_screen(
    qtbot, dialog, folder, operations
):
    operations.run(
        partial(place_hold, scope=Scope.EVERYTHING, target="", reason="Storm in the north")
    )
    settle(operations, qtbot)
    press(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(label(dialog, "message")))
    assert label(dialog, "message").startswith("Nothing may leave in this period")
    assert list(folder.iterdir()) == []


def test_other_markets_ask_the_gate_again(qtbot, dialog, jobs):
    dialog.findChild(CheckList, "markets").set_checked({"FR"})
    assert not button(dialog).isEnabled()
    qtbot.waitUntil(lambda: label(dialog, "counts") == "0 leave · 1 stays in")
    assert button(dialog).toolTip() == "Nothing may leave: the list says why for each post."


def test_another_period_asks_the_gate_again(qtbot, dialog):
    dialog.findChild(QDateEdit, "last_day").setDate(QDate(2027, 11, 10))
    qtbot.waitUntil(lambda: label(dialog, "counts") == "0 leave · 0 stay in")
    assert label(dialog, "empty") == "There is no post in this period and these markets."


def test_where_nothing_is_approved_review_opens_and_the_dialog_makes_way(qtbot, dialog):
    dialog.findChild(CheckList, "markets").set_checked({"FR"})
    qtbot.waitUntil(lambda: button(dialog, "open_review").isVisible())
    with qtbot.waitSignal(dialog.review_asked):
        press(qtbot, dialog, "open_review")
    assert not dialog.isVisible()


def test_export_says_why_it_is_shut_while_the_gate_is_asked(qtbot, dialog):
    dialog.findChild(CheckList, "markets").set_checked(set())
    assert button(dialog).toolTip() == "The gate is being asked: one moment."
    qtbot.waitUntil(lambda: "Nothing may leave" in button(dialog).toolTip())


def test_without_a_folder_nothing_is_written_and_it_says_so(qtbot, dialog):
    line = dialog.findChild(QLineEdit, "folder")
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert not button(dialog).isEnabled()
    assert button(dialog).toolTip() == "Choose a folder first."


def test_a_chosen_folder_is_remembered(qtbot, open_dialog, tmp_path, monkeypatch, operations):
    first = open_dialog()
    chosen = tmp_path / "exports"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(chosen))
    press(qtbot, first, "choose_folder")
    press(qtbot, first)
    settle(operations, qtbot)
    second = open_dialog()
    assert second.findChild(QLineEdit, "folder").text() == str(chosen)


def test_a_row_asks_for_its_post(qtbot, dialog, reader):
    staying = dialog.findChild(CandidateTable, "staying")
    with qtbot.waitSignal(dialog.post_asked) as asked:
        staying.activated.emit(staying.model().index(0, 0))
    assert reader.cards_of(asked.args)[0].name == "FR-0001"


def test_closing_while_the_gate_is_asked_leaves_nothing_behind(qtbot, dialog, jobs):
    dialog.findChild(QDateEdit, "first_day").setDate(QDate(2027, 11, 12))
    dialog.close()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert not dialog.isVisible()


def test_the_dialog_stays_until_the_files_are_written(qtbot, dialog, folder, operations):
    press(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert label(dialog, "message") == "The files are being written: one moment."
    settle(operations, qtbot)
    qtbot.waitUntil(lambda: label(dialog, "outcome_heading") != "")
    press(qtbot, dialog, "close")
    assert not dialog.isVisible()


def test_an_export_far_away_is_empty(open_dialog):
    dialog = open_dialog(date(2030, 1, 1), date(2030, 1, 2))
    assert label(dialog, "counts") == "0 leave · 0 stay in"


def test_it_follows_the_theme_while_it_is_open(qtbot, dialog, folder):
    with qtbot.waitSignal(dialog.exported):
        press(qtbot, dialog)
    light = dialog.grab().toImage()
    dialog.set_theme(DARK)
    assert dialog.grab().toImage() != light


def test_what_somebody_changes_meanwhile_is_asked_of_the_gate_again(qtbot, dialog, operations):
    operations.changed.connect(dialog.on_changed)
    operations.run(partial(place_hold, scope=Scope.EVERYTHING, target="", reason="A storm"))
    qtbot.waitUntil(lambda: label(dialog, "counts") == "0 leave · 2 stay in")
    assert not button(dialog).isEnabled()
    settle(operations, qtbot)


def test_where_the_files_lie_stays_on_the_screen_whatever_changes(
    qtbot, dialog, folder, operations
):
    operations.changed.connect(dialog.on_changed)
    with qtbot.waitSignal(dialog.exported):
        press(qtbot, dialog)
    dialog.on_changed(ChangeSet("", everything=True))
    assert label(dialog, "outcome_heading") == "1 post exported · 1 stayed in"
    assert not button(dialog).isVisible()
    settle(operations, qtbot)


@pytest.mark.in_english
def test_who_does_not_see_it_is_told_what_would_leave_and_why_nothing_does(
    open_dialog, monkeypatch
):
    told = []
    monkeypatch.setattr(export_dialog, "announce", lambda _dialog, words: told.append(words))
    open_dialog(QUIET_DAY + 10 * WEEK, QUIET_DAY + 11 * WEEK)
    assert told == ["0 leave · 0 stay in. Nothing may leave: the list says why for each post."]
