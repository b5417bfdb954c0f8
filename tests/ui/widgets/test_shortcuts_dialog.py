import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from ui.actions import Actions
from ui.theme import DARK, LIGHT
from ui.widgets.shortcuts_dialog import ShortcutsDialog


@pytest.fixture
def owner():
    return QObject()


@pytest.mark.in_english
def test_every_action_with_a_key_is_listed(owner, qtbot):
    actions = Actions(owner)
    actions.show_steps("Move DE-0142", "")
    dialog = ShortcutsDialog(actions, LIGHT)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    for expected in ("Undo", "Move to", "Today", "M", "Ctrl+E", "Space", "Alt+Left", "J or N"):
        assert expected in words, expected
    assert "Undo: Move DE-0142" not in words
    dialog.set_theme(DARK)
