"""When a market publishes: from, to, and on which days."""

from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from app.domain.market import EVERY_WEEKDAY, PublishingHours
from app.wording import _
from ui.theme import Space
from ui.widgets.labels import Label
from ui.widgets.weekdays_field import WeekdaysField

USUAL = PublishingHours(time(8), time(20))


class HoursField(QWidget):
    """A box that limits the publishing hours, two clock times and seven days."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_limited = QCheckBox(_("Only publish between"))
        self._is_limited.setObjectName("has_hours")
        self._opens = _clock("opens", _("Publishing starts at"))
        self._closes = _clock("closes", _("Publishing ends at"))
        self._days = WeekdaysField()
        self._lay_out()
        self.set_hours(None)
        self._is_limited.toggled.connect(self._on_limited)
        for field in (self._opens, self._closes):
            field.timeChanged.connect(lambda _time: self.edited.emit())
        self._days.edited.connect(self.edited)
        self.setFocusProxy(self._is_limited)

    @property
    def hours(self) -> PublishingHours | None:
        """The hours as they stand in the form; nothing where any time will do."""
        if not self._is_limited.isChecked():
            return None
        return PublishingHours(
            _time_of(self._opens),
            _time_of(self._closes),
            self._days.weekdays,
        )

    def set_hours(self, hours: PublishingHours | None) -> None:
        """Show hours; this is no edit of a person."""
        shown = hours or USUAL
        widgets: tuple[QWidget, ...] = (self._is_limited, self._opens, self._closes)
        for widget in widgets:
            widget.blockSignals(True)
        self._is_limited.setChecked(hours is not None)
        self._opens.setTime(QTime(shown.opens.hour, shown.opens.minute))
        self._closes.setTime(QTime(shown.closes.hour, shown.closes.minute))
        for widget in widgets:
            widget.blockSignals(False)
        self._days.set_weekdays(shown.weekdays)
        self._open_fields()

    def set_country(self, country: str) -> None:
        """Say which days are the weekend there."""
        self._days.set_country(country)

    def _on_limited(self) -> None:
        if self._is_limited.isChecked() and self.hours and not self.hours.weekdays:
            self.set_hours(PublishingHours(USUAL.opens, USUAL.closes, EVERY_WEEKDAY))
        self._open_fields()
        self.edited.emit()

    def _open_fields(self) -> None:
        for widget in (self._opens, self._closes, self._days):
            widget.setEnabled(self._is_limited.isChecked())

    def _lay_out(self) -> None:
        clocks = QHBoxLayout()
        clocks.setSpacing(Space.S)
        clocks.addWidget(self._is_limited)
        clocks.addWidget(self._opens)
        clocks.addWidget(Label(_("and")))
        clocks.addWidget(self._closes)
        clocks.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(clocks)
        column.addWidget(self._days)


def _clock(name: str, spoken: str) -> QTimeEdit:
    field = QTimeEdit()
    field.setObjectName(name)
    field.setAccessibleName(spoken)
    field.setDisplayFormat("HH:mm")
    return field


def _time_of(field: QTimeEdit) -> time:
    shown = field.time()
    return time(shown.hour(), shown.minute())
