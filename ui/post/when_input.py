"""When a post goes out: day and time of its market, and the same moment on this computer."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.commands.dates import zone_name
from app.domain.wall_time import zone_of
from app.wording import _
from ui.post.inputs import DayInput, TimeInput
from ui.theme import Space, TextRole
from ui.widgets.labels import Label
from ui.widgets.own_clock import own_time, own_zone


class WhenInput(QWidget):
    """A local day and time, or none while the post waits in the tray."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._zone = "UTC"
        self._day = DayInput()
        self._time = TimeInput()
        self._tray = QCheckBox(_("No date yet: keep it in the tray"))
        self._tray.setObjectName("post_in_tray")
        self._words = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._words.setObjectName("post_zone")
        self._day.dateChanged.connect(self._on_edited)
        self._time.timeChanged.connect(self._on_edited)
        self._tray.toggled.connect(self._on_edited)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._day, 3)
        row.addWidget(self._time, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._words)
        column.addWidget(self._tray)
        self.setFocusProxy(self._day)

    @property
    def value(self) -> datetime | None:
        """The local moment to the minute, or nothing."""
        return None if self._tray.isChecked() else self._moment()

    def give(self, value: datetime | None) -> None:
        """Show a moment; without one the day and time last shown stay ready to be taken."""
        for part in (self._day, self._time, self._tray):
            part.blockSignals(True)
        self._tray.setChecked(value is None)
        if value is not None:
            self._day.setDate(QDate(value.year, value.month, value.day))
            self._time.setTime(QTime(value.hour, value.minute))
        for part in (self._day, self._time, self._tray):
            part.blockSignals(False)
        self._tell()

    def set_zone(self, zone: str) -> None:
        """Say in which zone the clock time is meant."""
        self._zone = zone
        self._tell()

    def _moment(self) -> datetime:
        day, clock = self._day.date(), self._time.time()
        return datetime.combine(
            date(day.year(), day.month(), day.day()), time(clock.hour(), clock.minute())
        )

    def _on_edited(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        is_dated = not self._tray.isChecked()
        self._day.setEnabled(is_dated)
        self._time.setEnabled(is_dated)
        self._words.setVisible(is_dated)
        local = self._moment()
        there = zone_name(self._zone, local)
        mine = own_time(local, self._zone, own_zone())
        said = _("{zone} · also {mine}").format(zone=there, mine=mine) if mine else there
        is_past = local <= datetime.now(zone_of(self._zone)).replace(tzinfo=None)
        self._words.setText(_("{zone} · already past").format(zone=said) if is_past else said)
