from PySide6.QtWidgets import QLabel

from ui.theme import LIGHT
from ui.widgets.diff_view import DiffView
from ui.widgets.differences import Difference
from ui.widgets.word_diff import word_diff


def test_each_field_has_a_paragraph(qtbot):
    view = DiffView(
        [Difference("text", word_diff("a", "b")), Difference("link", word_diff("", "x"))], LIGHT
    )
    qtbot.addWidget(view)
    assert len(view.findChildren(QLabel, "difference")) == 2
