from PySide6.QtWidgets import QWidget

from app.commands.post_filter import EVERYTHING
from ui.actions import Actions


def test_all_posts_can_be_shown_again_only_where_some_are_hidden(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    finding = Actions(owner).finding
    assert not finding.clear.isEnabled()
    why = finding.clear.toolTip()
    finding.show_filter(EVERYTHING.saying("Sale"))
    assert finding.clear.isEnabled()
    assert finding.clear.toolTip() != why
    finding.show_filter(EVERYTHING)
    assert finding.clear.toolTip() == why
