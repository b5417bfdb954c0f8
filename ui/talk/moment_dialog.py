"""Asks for a day and a time on this computer's clock."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.wording import _
from ui.theme import Space
from ui.widgets.labels import Label


class MomentDialog(QDialog):
    """`chosen` carries an aware moment, no later than the post goes out."""

    chosen = Signal(object)

    def __init__(
        self, shown: datetime | None, latest: datetime | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("moment_dialog")
        self.setWindowTitle(_("Decide by"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = QDateTimeEdit(_local(shown or datetime.now(UTC) + timedelta(days=1)))
        self._field.setObjectName("moment_field")
        self._field.setAccessibleName(_("Day and time"))
        self._field.setCalendarPopup(True)
        self._field.setDisplayFormat("ddd d MMM yyyy, HH:mm")
        if latest is not None:
            self._field.setMaximumDateTime(_local(latest))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setObjectName("moment_accept")
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Decide by then"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self.moment))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        words = _(
            "By when should it be decided, on this computer's clock? Never later than it goes out."
        )
        column.addWidget(Label(words, wraps=True))
        column.addWidget(self._field)
        column.addWidget(buttons)

    @property
    def moment(self) -> datetime:
        """The moment that the field shows."""
        seconds = self._field.dateTime().toSecsSinceEpoch()
        return datetime.fromtimestamp(seconds - seconds % 60, UTC)


def _local(at: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
