"""The posts that a hold stops as a table: one row per post."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from app.commands.dates import moment, zone_name
from app.commands.texts import network_name, stage_name
from app.commands.views import Caught
from app.wording import _
from ui.widgets.own_clock import own_time, own_zone
from ui.widgets.tooltips import tooltip_of
from ui.widgets.wrapping_table import WrappingTable

POST_LETTERS = 46
_INVALID = QModelIndex()
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """What a column says of a post."""

    WHEN = 0
    MARKET = 1
    CHANNEL = 2
    POST = 3
    STAGE = 4


class CaughtModel(QAbstractTableModel):
    """Posts that a hold stops."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Caught, ...] = ()

    def show_posts(self, posts: Sequence[Caught]) -> None:
        """Show other posts."""
        self.beginResetModel()
        self._rows = tuple(posts)
        self.endResetModel()

    def caught(self, row: int) -> Caught:
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
        caught, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _text(caught, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of(_tool_tip(caught, column))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEADING
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
            return _LEADING
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.WHEN: _("Local time"),
            Column.MARKET: _("Market"),
            Column.CHANNEL: _("Channel"),
            Column.POST: _("Post"),
            Column.STAGE: _("Before the hold"),
        }[Column(section)]


class CaughtTable(WrappingTable):
    """Opens a post on a click or Enter: `post_asked` carries its PostId."""

    post_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wraps=False)
        self._posts = CaughtModel(self)
        self.setModel(self._posts)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def show_posts(self, posts: Sequence[Caught]) -> None:
        """Show other posts; who stood on a row stands on that row still."""
        row = self.currentIndex().row()
        self._posts.show_posts(posts)
        self.fit({Column.POST: POST_LETTERS})
        if posts:
            place = self._posts.index(min(max(row, 0), len(posts) - 1), 0)
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.post_asked.emit(self._posts.caught(index.row()).card.id)


def _text(caught: Caught, column: Column) -> str:
    card = caught.card
    match column:
        case Column.WHEN:
            return moment(caught.local) if caught.local else _("no date")
        case Column.MARKET:
            return caught.market
        case Column.CHANNEL:
            return card.channel.name
        case Column.POST:
            return f"{card.name}  {card.headline}"
        case Column.STAGE:
            return _("Cancelled") if card.is_cancelled else stage_name(caught.stage_before)


def _tool_tip(caught: Caught, column: Column) -> str:
    card = caught.card
    match column:
        case Column.WHEN if caught.local is not None:
            here = own_time(caught.local, card.zone, own_zone())
            there = f"{moment(caught.local)} {zone_name(card.zone, caught.local)}"
            return "\n".join(filter(None, (there, here)))
        case Column.CHANNEL:
            network = network_name(card.channel.network)
            return " · ".join(filter(None, (network, card.channel.name, card.channel.handle)))
        case Column.POST:
            return card.text
    return _text(caught, column)
