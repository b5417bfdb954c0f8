from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.review.post_area import PostArea


def test_its_bar_always_takes_its_room_so_that_lines_never_rewrap(qtbot):
    area = PostArea()
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.setWidget(QWidget())
    area.show()
    assert area.verticalScrollBar().isVisible()
    assert area.focusPolicy() == Qt.FocusPolicy.StrongFocus
