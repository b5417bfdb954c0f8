from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from ui.widgets.lifetime import while_there


def test_an_answer_reaches_a_widget_that_is_there(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    while_there(label, label.setText)("home")
    assert label.text() == "home"


def test_an_answer_to_a_widget_that_has_gone_is_dropped(qtbot):
    label, said = QLabel(), []
    answer = while_there(label, said.append)
    delete(label)
    answer("too late")
    assert said == []
