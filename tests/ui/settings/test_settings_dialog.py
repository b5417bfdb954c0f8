"""One place for all settings."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget

from app.commands.session import Session
from app.domain.change import ChangeSet, NextStep, Steps
from tests.ui.direct import DirectOperations
from ui.settings.settings_dialog import Section, SettingsDialog
from ui.theme import DARK, LIGHT

CALENDAR, LATER = object(), object()


class APage(QWidget):
    def __init__(self, calendar, theme):
        super().__init__()
        self.calendar, self.theme = calendar, theme
        self.is_whole = True

    def may_leave(self):
        return self.is_whole

    def focus_first(self):
        self.setFocus()

    def set_calendar(self, calendar):
        self.calendar = calendar

    def set_theme(self, theme):
        self.theme = theme


@pytest.fixture
def made():
    return []


class KeptSession:
    """Keeps what was undone."""

    def __init__(self):
        self.steps = Steps(undo_setting=NextStep("Rename Lena"))
        self.undone = []

    def undo(self, **facts):
        self.undone.append(facts)
        return replace(ChangeSet.of_setting("Undid: Rename Lena", "Renamed"), takes_back=True)


@pytest.fixture
def session(monkeypatch):
    made = KeptSession()
    monkeypatch.setattr(Session, "undo", KeptSession.undo)
    return made


@pytest.fixture
def dialog(qtbot, made, session):
    def making(calendar, theme):
        made.append(APage(calendar, theme))
        return made[-1]

    sections = [Section(key, key.title(), "edit", making) for key in ("markets", "people")]
    shown = SettingsDialog(sections, CALENDAR, DirectOperations(None, session), LIGHT)
    qtbot.addWidget(shown)
    shown.show_section("markets")
    shown.show()
    return shown


def chosen(dialog):
    return dialog.findChild(QListWidget, "settings_list").currentItem().text()


def title(dialog):
    return dialog.findChild(QLabel, "settings_title").text()


def turn_by_key(dialog, qtbot):
    qtbot.keyClick(dialog.findChild(QListWidget, "settings_list"), Qt.Key.Key_Down)


def test_a_page_is_made_when_it_is_first_shown_and_kept(dialog, made, qtbot):
    assert len(made) == 1
    turn_by_key(dialog, qtbot)
    assert (title(dialog), chosen(dialog), len(made)) == ("People", "People", 2)
    dialog.show_section("markets")
    dialog.show_section("people")
    assert len(made) == 2


def test_what_is_not_saved_keeps_its_page_and_the_dialog_open(dialog, made, qtbot):
    made[0].is_whole = False
    turn_by_key(dialog, qtbot)
    assert (title(dialog), chosen(dialog)) == ("Markets", "Markets")
    qtbot.mouseClick(dialog.findChild(QPushButton, "close"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    made[0].is_whole = True
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_page_follows_the_calendar_and_the_colours(dialog, made):
    dialog.set_calendar(LATER)
    dialog.set_theme(DARK)
    dialog.show_section("people")
    assert [(page.calendar, page.theme) for page in made] == [(LATER, DARK)] * 2
    dialog.close()
    assert not dialog.isVisible()


def test_control_z_takes_back_the_last_change_of_the_settings(dialog, session, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.undone == [{"only_settings": True}]


def test_nothing_is_taken_back_while_something_is_typed_and_not_saved(dialog, made, session, qtbot):
    made[0].is_whole = False
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.undone == []


def test_what_was_done_is_told_with_the_way_back(dialog, session):
    dialog.tell(ChangeSet.of_setting("Rename Lena", "Lena is called Lea now"))
    assert dialog.findChild(QLabel, "toast_words").text() == "Lena is called Lea now"
    dialog.findChild(QPushButton, "toast_action").click()
    assert session.undone == [{"only_settings": True}]
