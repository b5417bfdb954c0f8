from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from app.domain.person import Role
from tests.builders.ui_c import calendar_of
from ui.jobs import Jobs
from ui.settings.calendars import (
    CannotOpenDialog,
    NewCalendarDialog,
    ask_for_calendar,
    file_name_of,
    with_suffix,
)
from ui.settings.remembered import remembered_person
from ui.theme import DARK, LIGHT


@pytest.fixture
def jobs():
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def dialog(qtbot, jobs):
    made = NewCalendarDialog(jobs, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def line(dialog, name):
    return dialog.findChild(QLineEdit, name)


def make(dialog):
    return dialog.findChild(QPushButton, "make")


def fill_in(qtbot, dialog, place):
    qtbot.keyClicks(line(dialog, "calendar_name"), "Spring 2027")
    qtbot.keyClicks(line(dialog, "owner_name"), "Nora Haddad")
    line(dialog, "place").clear()
    qtbot.keyClicks(line(dialog, "place"), str(place))


def test_a_calendar_is_made_with_its_owner_who_is_remembered(qtbot, dialog, tmp_path):
    fill_in(qtbot, dialog, tmp_path / "spring")
    with qtbot.waitSignal(dialog.created) as created:
        qtbot.mouseClick(make(dialog), Qt.MouseButton.LeftButton)
    (path,) = created.args
    assert path == tmp_path / "spring.countersign"
    calendar = calendar_of(path)
    assert calendar.name == "Spring 2027"
    (owner,) = calendar.people
    assert (owner.name, owner.role) == ("Nora Haddad", Role.OWNER)
    assert remembered_person(path) == owner.id
    assert not dialog.isVisible()


def test_the_dialog_stays_until_the_calendar_is_there(qtbot, dialog, tmp_path):
    fill_in(qtbot, dialog, tmp_path / "spring")
    with qtbot.waitSignal(dialog.created):
        qtbot.mouseClick(make(dialog), Qt.MouseButton.LeftButton)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
    assert not dialog.isVisible()


@pytest.mark.in_english
def test_a_place_that_is_not_safe_is_named_before_anything_is_made(qtbot, dialog, tmp_path):
    danger = dialog.findChild(QLabel, "place_danger")
    line(dialog, "place").setText(str(tmp_path / "Dropbox" / "spring"))
    qtbot.waitUntil(lambda: "a synced folder (Dropbox)" in danger.text())
    assert danger.isVisible()
    line(dialog, "place").setText(str(tmp_path / "spring"))
    qtbot.waitUntil(danger.isHidden)


def test_a_file_that_is_there_is_left_alone_and_said(qtbot, dialog, tmp_path):
    there = tmp_path / "spring.countersign"
    there.write_text("my own")
    fill_in(qtbot, dialog, there)
    qtbot.mouseClick(make(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.findChild(QLabel, "message").text()))
    assert "spring.countersign" in dialog.findChild(QLabel, "message").text()
    assert there.read_text() == "my own"
    assert dialog.isVisible()
    assert make(dialog).isEnabled()


def test_a_folder_that_is_not_there_is_said(qtbot, dialog, tmp_path):
    fill_in(qtbot, dialog, tmp_path / "nowhere" / "spring")
    qtbot.mouseClick(make(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.findChild(QLabel, "message").text()))
    assert not (tmp_path / "nowhere").exists()


def test_the_name_proposes_the_file(qtbot, dialog):
    qtbot.keyClicks(line(dialog, "calendar_name"), "Q1/Q2: plan")
    assert Path(line(dialog, "place").text()).name == "Q1 Q2 plan.countersign"


def test_a_file_that_was_chosen_is_not_proposed_anew(qtbot, dialog, tmp_path):
    fill_in(qtbot, dialog, tmp_path / "mine.countersign")
    qtbot.keyClicks(line(dialog, "calendar_name"), " and more")
    assert dialog.path == tmp_path / "mine.countersign"


def test_a_place_can_be_chosen(qtbot, dialog, tmp_path, monkeypatch):
    chosen = str(tmp_path / "chosen")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (chosen, ""))
    qtbot.mouseClick(dialog.findChild(QPushButton, "choose_place"), Qt.MouseButton.LeftButton)
    assert dialog.path == tmp_path / "chosen.countersign"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (("", "Nora", "x"), "Give the calendar a name."),
        (("Spring", "", "x"), "Write your name: you will own the calendar."),
        (("Spring", "Nora", " "), "Choose where the file shall be kept."),
        (("Spring", "Nora", "/"), "Choose where the file shall be kept."),
    ],
)
def test_what_is_missing_is_said(qtbot, dialog, written, why):
    for name, text in zip(("calendar_name", "owner_name", "place"), written, strict=True):
        line(dialog, name).selectAll()
        qtbot.keyClicks(line(dialog, name), text)
    assert not make(dialog).isEnabled()
    assert make(dialog).toolTip() == why


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Spring", "Spring"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("春のキャンペーン", "春のキャンペーン"),
        (" . ", ""),
    ],
)
def test_a_name_becomes_a_file_name_that_every_system_takes(name, file):
    assert file_name_of(name) == file


def test_dots_in_a_name_are_no_ending():
    assert with_suffix(Path("v1.2")).name == "v1.2.countersign"
    assert with_suffix(Path("v1.countersign")).name == "v1.countersign"


def test_a_calendar_to_open_can_be_chosen_or_not(monkeypatch, tmp_path):
    answers = iter([(str(tmp_path / "spring.countersign"), ""), ("", "")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: next(answers))
    assert ask_for_calendar(None, tmp_path) == tmp_path / "spring.countersign"
    assert ask_for_calendar(None) is None


@pytest.mark.parametrize(
    ("name", "signal"),
    [("another", "another_asked"), ("new", "new_asked"), ("sample", "sample_asked")],
)
def test_a_calendar_that_stays_closed_offers_ways_on(qtbot, name, signal):
    sentence = "This file was made by a newer Countersign: update the program to open it."
    dialog = CannotOpenDialog(Path("/home/lena/spring.countersign"), sentence, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.findChild(QLabel, "sentence").text() == sentence
    with qtbot.waitSignal(getattr(dialog, signal)):
        qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_its_picture_follows_the_theme(qtbot):
    dialog = CannotOpenDialog(Path("spring.countersign"), "No.", LIGHT)
    qtbot.addWidget(dialog)
    light = dialog.grab().toImage()
    dialog.set_theme(DARK)
    assert dialog.grab().toImage() != light
