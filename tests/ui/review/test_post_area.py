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


def test_a_page_wider_than_the_area_is_scrolled_sideways_and_no_other(qtbot):
    area, page = PostArea(), QWidget()
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.setWidget(page)
    area.show()
    assert not area.horizontalScrollBar().isVisible()
    page.setMinimumWidth(500)
    qtbot.waitUntil(area.horizontalScrollBar().isVisible)
    area.horizontalScrollBar().setValue(area.horizontalScrollBar().maximum())
    assert page.visibleRegion().boundingRect().right() == page.rect().right()
