"""What happened to a post, newest first: who, when, what."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.commands.dates import moment
from app.commands.views import HistoryEntry
from app.wording import _
from ui.theme import Space, TextRole
from ui.widgets.labels import Label

SHOWN_AT_FIRST = 5


class HistoryList(QWidget):
    """The last few events of a post; the older ones come on a click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_list")
        self._entries: Sequence[HistoryEntry] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._more = QPushButton()
        self._more.setObjectName("history_more")
        self._more.setFlat(True)
        self._more.clicked.connect(self._on_more)
        self._column.addWidget(self._more)

    def set_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """Show these events, given oldest first."""
        self._entries = tuple(reversed(entries))
        self._show(SHOWN_AT_FIRST)

    def _on_more(self) -> None:
        self._show(len(self._entries))

    def _show(self, count: int) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_row(entry) for entry in self._entries[:count]]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
        hidden = max(len(self._entries) - count, 0)
        self._more.setVisible(hidden > 0)
        self._more.setText(_("Show all {count}").format(count=len(self._entries)))


def _row(entry: HistoryEntry) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Label(entry.what, wraps=True))
    when = _("{who}, {when}").format(who=entry.who, when=here(entry.at))
    column.addWidget(Label(when, TextRole.SMALL, muted=True, wraps=True))
    return row


def here(at: datetime) -> str:
    """Return a moment that has passed as this computer's clocks showed it."""
    return moment(at.astimezone().replace(tzinfo=None))
