"""The posts of a shift that a person should look at, as a table: one row per post."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from app.commands.dates import day_name
from app.commands.shifting import Foreseen
from app.wording import _
from ui.calendar.shift_words import remarks
from ui.widgets.tooltips import tooltip_of
from ui.widgets.wrapping_table import WrappingTable

POST_LETTERS = 34
_INVALID = QModelIndex()
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """What a column says of a post."""

    POST = 0
    FROM = 1
    TO = 2
    WHY = 3


class ShiftModel(QAbstractTableModel):
    """Posts that would move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Foreseen, ...] = ()

    def show_posts(self, posts: Sequence[Foreseen]) -> None:
        """Show other posts."""
        self.beginResetModel()
        self._rows = tuple(posts)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _INVALID) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _INVALID) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        text = _text(self._rows[index.row()], Column(index.column()))
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of(text)
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
            Column.POST: _("Post"),
            Column.FROM: _("From"),
            Column.TO: _("To"),
            Column.WHY: _("What to know"),
        }[Column(section)]


class ShiftTable(WrappingTable):
    """Shows the posts of which there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wraps=False)
        self._posts = ShiftModel(self)
        self.setModel(self._posts)
        self.setAccessibleName(_("Posts to look at before they move"))

    def show_posts(self, posts: Sequence[Foreseen]) -> None:
        """Show other posts."""
        self._posts.show_posts(posts)
        self.fit({Column.POST: POST_LETTERS})


def _text(one: Foreseen, column: Column) -> str:
    match column:
        case Column.POST:
            return f"{one.card.name}  {one.card.headline}"
        case Column.FROM:
            return day_name(one.card.day, "short") if one.card.day else ""
        case Column.TO:
            return day_name(one.day, "short")
        case Column.WHY:
            return " · ".join(remarks(one))
