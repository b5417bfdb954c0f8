import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from ui.talk.reason_line import ReasonLine


@pytest.fixture
def line(qtbot):
    made = ReasonLine("Why not?", "Decline")
    qtbot.addWidget(made)
    made.open_line()
    return made


def test_words_are_given_by_return_or_by_the_button_and_may_be_none(line, qtbot):
    with qtbot.waitSignal(line.given) as given:
        qtbot.keyClick(line.findChild(QLineEdit), Qt.Key.Key_Return)
    assert given.args == [""]
    line.findChild(QLineEdit).setText(" Too late ")
    with qtbot.waitSignal(line.given) as given:
        line.findChild(QPushButton, "reason_send").click()
    assert given.args == ["Too late"]


def test_escape_puts_it_away_and_other_keys_do_not(line, qtbot):
    qtbot.keyClick(line, Qt.Key.Key_A)
    assert not line.isHidden()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.isHidden()
