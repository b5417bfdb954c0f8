"""A field for a day."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QWidget

_NUMBER = 1
"""Where the number stands: the weekday before it goes by the same name."""


class DayField(QDateEdit):
    """A day with a calendar to choose from; keys begin at its number, not at the weekday."""

    def __init__(self, day: QDate | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if day is not None:
            self.setDate(day)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # mirrored, it reads backwards
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd d MMM yyyy")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setCurrentSectionIndex(_NUMBER)
            self.setSelectedSection(QDateTimeEdit.Section.DaySection)
