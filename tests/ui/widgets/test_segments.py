from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QToolButton

from ui.theme import Space
from ui.widgets.segments import Segments


def test_one_of_the_segments_is_chosen(qtbot, qapp):
    group = QActionGroup(None)
    group.setObjectName("weeks")
    for name in ("1 week", "2 weeks"):
        action = QAction(f"&{name}", group)
        action.setObjectName(name)
        action.setCheckable(True)
    segments = Segments(group, "How many weeks are shown")
    qtbot.addWidget(segments)
    segments.show()
    qtbot.waitExposed(segments)
    one, two = segments.findChildren(QToolButton)
    assert [one.text(), two.text()] == ["1 week", "2 weeks"]
    one.click()
    two.click()
    assert not one.isChecked()
    assert two.isChecked()
    assert segments.accessibleName() == "How many weeks are shown"
    assert one.minimumHeight() >= 24
    segments.resize(400, segments.height())
    segments.layout().activate()
    assert one.x() <= Space.XS, "they fill the frame"
    assert two.geometry().right() >= 400 - Space.XS
