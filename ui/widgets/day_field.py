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

    @property
    def _is_at_day(self) -> bool:
        return self.currentSection() is QDateTimeEdit.Section.DaySection

    def stepEnabled(self) -> QDateTimeEdit.StepEnabledFlag:
        """Let the day step as far as there are days."""
        if not self._is_at_day:
            return super().stepEnabled()
        ways = QDateTimeEdit.StepEnabledFlag
        down = ways.StepDownEnabled if self.date() > self.minimumDate() else ways.StepNone
        up = ways.StepUpEnabled if self.date() < self.maximumDate() else ways.StepNone
        return down | up

    def stepBy(self, steps: int) -> None:
        """Step on from the last day of a month into the next one; Qt would stop there."""
        if self._is_at_day:
            self.setDate(self.date().addDays(steps))
            self.setSelectedSection(QDateTimeEdit.Section.DaySection)
        else:
            super().stepBy(steps)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setCurrentSectionIndex(_NUMBER)
            self.setSelectedSection(QDateTimeEdit.Section.DaySection)
