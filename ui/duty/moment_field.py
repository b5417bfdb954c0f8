"""A day and a time beside each other."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QTimeEdit, QWidget

from app.wording import _
from ui.theme import Space


class MomentField(QWidget):
    """A local moment to the minute; `edited` tells of each change by a person."""

    edited = Signal()

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = day_edit(f"{name}_day", _("{what}, day").format(what=spoken))
        self._clock = clock_edit(f"{name}_clock", _("{what}, time").format(what=spoken))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._day, 3)
        row.addWidget(self._clock, 2)
        self._day.dateChanged.connect(lambda _day: self.edited.emit())
        self._clock.timeChanged.connect(lambda _time: self.edited.emit())
        self.setFocusProxy(self._day)

    @property
    def moment(self) -> datetime:
        """The moment as it stands."""
        day, at = self._day.date(), self._clock.time()
        return datetime(day.year(), day.month(), day.day(), at.hour(), at.minute())

    def set_moment(self, moment: datetime) -> None:
        """Show a moment; this is no edit of a person."""
        self.blockSignals(True)
        self._day.setDate(QDate(moment.year, moment.month, moment.day))
        self._clock.setTime(QTime(moment.hour, moment.minute))
        self.blockSignals(False)


def day_edit(name: str, spoken: str) -> QDateEdit:
    """Return a field for a day, with a calendar to choose from."""
    field = QDateEdit()
    field.setObjectName(name)
    field.setAccessibleName(spoken)
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # mirrored, it reads backwards
    field.setCalendarPopup(True)
    field.setDisplayFormat("ddd d MMM yyyy")
    field.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    field.setDateRange(QDate(2000, 1, 1), QDate(2199, 12, 31))
    return field


def clock_edit(name: str, spoken: str) -> QTimeEdit:
    """Return a field for a time of day to the minute."""
    field = QTimeEdit()
    field.setObjectName(name)
    field.setAccessibleName(spoken)
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # mirrored, 13:00 reads 00:13
    field.setDisplayFormat("HH:mm")
    return field
