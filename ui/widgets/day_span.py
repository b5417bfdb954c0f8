"""Two fields for the first and the last day of a span."""

from datetime import date

from PySide6.QtCore import QDate, QObject, Qt, Signal
from PySide6.QtWidgets import QDateEdit

from app.wording import _


class DaySpan(QObject):
    """Makes the fields; neither day passes the other, it takes it along. `changed` tells of both.

    Who uses them lays them out.
    """

    changed = Signal()

    def __init__(self, first: date, last: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first_field = _field("first_day", _("From"), first)
        self.last_field = _field("last_day", _("To"), last)
        self.first_field.dateChanged.connect(self._on_first)
        self.last_field.dateChanged.connect(self._on_last)

    @property
    def first(self) -> date:
        """The first day."""
        return _day_of(self.first_field)

    @property
    def last(self) -> date:
        """The last day, which is included."""
        return _day_of(self.last_field)

    def _on_first(self, day: QDate) -> None:
        if self.last_field.date() < day:
            self.last_field.setDate(day)
        else:
            self.changed.emit()

    def _on_last(self, day: QDate) -> None:
        if self.first_field.date() > day:
            self.first_field.setDate(day)
        else:
            self.changed.emit()


def _field(name: str, spoken: str, day: date) -> QDateEdit:
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # mirrored, it would read backwards
    field.setObjectName(name)
    field.setAccessibleName(spoken)
    field.setCalendarPopup(True)
    field.setDisplayFormat("d MMM yyyy")
    return field


def _day_of(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
