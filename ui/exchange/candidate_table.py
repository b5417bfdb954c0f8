"""The tables of an export's preview: one row per post."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.commands.dates import moment, zone_name
from app.commands.texts import network_name
from app.commands.views import CalendarView, Candidate
from app.domain.post import PostId
from app.wording import _
from ui.widgets.tooltips import tooltip_of
from ui.widgets.wrapping_table import WrappingTable

_INVALID = QModelIndex()


class Column(IntEnum):
    """What a column says of a post."""

    WHEN = 0
    MARKET = 1
    CHANNEL = 2
    POST = 3
    LAST = 4
    """Who approved it where it leaves; why it stays in where it does not."""


class CandidateModel(QAbstractTableModel):
    """Posts of one half of the preview; the last column names approvers or reasons."""

    def __init__(
        self, calendar: CalendarView, *, stays_in: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._calendar = calendar
        self._stays_in = stays_in
        self._rows: tuple[Candidate, ...] = ()

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show other posts."""
        self.beginResetModel()
        self._rows = tuple(candidates)
        self.endResetModel()

    def candidate(self, row: int) -> Candidate:
        """Return the post of a row."""
        return self._rows[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _INVALID) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _INVALID) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        column, candidate = Column(index.column()), self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(candidate, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of(self._tool_tip(candidate, column))
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.WHEN: _("Local time"),
            Column.MARKET: _("Market"),
            Column.CHANNEL: _("Channel"),
            Column.POST: _("Post"),
            Column.LAST: _("Why it stays in") if self._stays_in else _("Approved by"),
        }[Column(section)]

    def _text(self, candidate: Candidate, column: Column) -> str:
        card = candidate.card
        match column:
            case Column.WHEN:
                return moment(card.local) if card.local else _("no date")
            case Column.MARKET:
                return self._calendar.market(card.market).name
            case Column.CHANNEL:
                return card.channel.name
            case Column.POST:
                return f"{card.name}  {card.headline}"
            case Column.LAST:
                return "\n".join(self._last(candidate))

    def _last(self, candidate: Candidate) -> tuple[str, ...]:
        if self._stays_in:
            return candidate.reasons
        return (", ".join(map(self._calendar.person_name, candidate.approvers)),)

    def _tool_tip(self, candidate: Candidate, column: Column) -> str:
        card = candidate.card
        match column:
            case Column.WHEN if card.local is not None:
                return f"{moment(card.local)} · {zone_name(card.zone, card.local)}"
            case Column.CHANNEL:
                network = network_name(card.channel.network)
                return " · ".join(filter(None, (network, card.channel.handle)))
            case Column.POST:
                return card.text
        return self._text(candidate, column)


class CandidateTable(WrappingTable):
    """One half of the preview as a table; `post_asked` carries the PostId of an opened row."""

    post_asked = Signal(object)

    def __init__(
        self, calendar: CalendarView, *, stays_in: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._post_letters = 28 if stays_in else 44
        self._candidates = CandidateModel(calendar, stays_in=stays_in, parent=self)
        self.setModel(self._candidates)
        self.activated.connect(self._on_activated)

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show other posts, the first columns as wide as what they hold."""
        self._candidates.show_candidates(candidates)
        self.fit({Column.POST: self._post_letters})

    def _on_activated(self, index: QModelIndex) -> None:
        post_id: PostId = self._candidates.candidate(index.row()).card.id
        self.post_asked.emit(post_id)
