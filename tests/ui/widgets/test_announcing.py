from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel

from ui.widgets.announcing import announce


def test_a_screen_reader_is_told_the_words(qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(told.append))
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "Approved DE-0001")
    (event,) = told
    assert isinstance(event, QAccessibleAnnouncementEvent)
    assert (event.object(), event.message()) == (label, "Approved DE-0001")
