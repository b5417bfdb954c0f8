"""One place for all settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget

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


@pytest.fixture
def dialog(qtbot, made):
    def making(calendar, theme):
        made.append(APage(calendar, theme))
        return made[-1]

    sections = [Section(key, key.title(), "edit", making) for key in ("markets", "people")]
    shown = SettingsDialog(sections, CALENDAR, LIGHT)
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
