"""A person's word that a post was taken out of the scheduler's queue."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.builders import ui_b
from ui.post.taken_out_dialog import TakenOutDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot):
    made = TakenOutDialog(ui_b.a_view().card)
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_is_confirmed_without_words(dialog):
    confirm = dialog.findChild(QPushButton, "taken_out_confirm")
    assert not confirm.isEnabled()
    assert confirm.toolTip()


def test_the_words_are_passed_on(dialog, qtbot):
    qtbot.keyClicks(dialog.findChild(QLineEdit, "taken_out_words"), " Deleted in Buffer ")
    with qtbot.waitSignal(dialog.confirmed) as said:
        qtbot.mouseClick(dialog.findChild(QPushButton, "taken_out_confirm"), LEFT)
    assert said.args == ["Deleted in Buffer"]
    assert not dialog.isVisible()
