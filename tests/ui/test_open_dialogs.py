"""The dialogs that stand open over a window."""

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.change import ChangeSet
from ui.open_dialogs import OpenDialogs
from ui.theme import DARK

CHANGES = ChangeSet.of_setting("Rename Lena", "Lena is called Lea now")


class Following(QDialog):
    """Keeps what it is told."""

    def __init__(self, parent):
        super().__init__(parent)
        self.told = []

    def set_theme(self, theme):
        self.told.append(theme)

    def set_calendar(self, calendar):
        self.told.append(calendar)

    def on_changed(self, changes):
        self.told.append(changes)


class Settings(QDialog):
    """Keeps what was done to the settings."""

    def __init__(self, parent):
        super().__init__(parent)
        self.told = []

    def tell(self, changes):
        self.told.append(changes)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialogs(window):
    return OpenDialogs(window)


def test_each_is_told_what_it_listens_to(dialogs, window):
    following = Following(window)
    dialogs.show(following)
    dialogs.show(QDialog(window), beside=True)
    for tell, what in (
        (dialogs.set_theme, DARK),
        (dialogs.set_calendar, "calendar"),
        (dialogs.on_changed, CHANGES),
    ):
        tell(what)
    assert following.told == [DARK, "calendar", CHANGES]


def test_one_of_each_kind_is_open_and_a_closed_one_is_forgotten(dialogs, window):
    first = Following(window)
    dialogs.show(first)
    dialogs.show(Following(window))
    assert list(dialogs) == [first]
    first.reject()
    assert list(dialogs) == []


def test_a_change_of_the_settings_is_told_in_the_dialog_that_is_worked_in(dialogs, window):
    assert not dialogs.tell(CHANGES)
    settings = Settings(window)
    dialogs.show(settings)
    assert dialogs.tell(CHANGES)
    assert settings.told == [CHANGES]


def test_what_is_done_in_the_window_is_not_told_in_a_dialog_beside_it(dialogs, window, monkeypatch):
    settings = Settings(window)
    dialogs.show(settings, beside=True)
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    assert not dialogs.tell(CHANGES)
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    assert dialogs.tell(CHANGES)
    assert settings.told == [CHANGES]
