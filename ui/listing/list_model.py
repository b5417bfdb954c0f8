"""The posts of a list as Qt's model: one row per post, sorted by one column."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QIcon

from app.commands.listing import Listed
from app.domain.post import PostId
from ui.cards.card_words import tooltip
from ui.cards.dragging import MIME_TYPE, mime_of
from ui.listing.columns import (
    Column,
    Names,
    column_name,
    flag_lines,
    order_of,
    spoken,
    words_of,
)
from ui.listing.list_icons import ListIcons
from ui.theme import Theme
from ui.widgets.isolated import isolated
from ui.widgets.tooltips import tooltip_of

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
COLUMNS = tuple(Column)
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class ListModel(QAbstractTableModel):
    """A thin adapter over posts; sorting is its own, and what is chosen follows its post."""

    def __init__(self, names: Names, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._icons = ListIcons(theme)
        self._rows: list[Listed] = []
        self._places: Mapping[PostId, int] = {}
        self._sorted_by = Column.DAY
        self._is_descending = False
        role = Qt.ItemDataRole
        self._answers: Mapping[int, Callable[[Listed, Column], object]] = {
            role.DisplayRole: self._shown,
            role.AccessibleTextRole: self._spoken,
            role.AccessibleDescriptionRole: lambda one, _column: spoken(one, self._names),
            role.ToolTipRole: lambda one, column: tooltip_of(self._tooltip(one, column)),
            role.DecorationRole: self._icon,
            role.TextAlignmentRole: lambda _one, _column: _LEADING,
        }

    @property
    def rows(self) -> Sequence[Listed]:
        """The posts in the order in which they stand."""
        return self._rows

    @property
    def sorted_by(self) -> tuple[Column, bool]:
        """The column that they are sorted by, and whether the last come first."""
        return self._sorted_by, self._is_descending

    def set_names(self, names: Names) -> None:
        """Take what markets and people are called."""
        self._names = names
        self._tell_all()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._icons = ListIcons(theme)
        self._tell_all()

    def show_posts(self, posts: Iterable[Listed]) -> None:
        """Show these posts; those that are chosen and still there stay so."""
        self._arrange(posts)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._sorted_by = COLUMNS[column]
        self._is_descending = order is Qt.SortOrder.DescendingOrder
        self._arrange(self._rows)

    def post(self, index: Index) -> Listed | None:
        """Return the post of a row, if there is one."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, post_id: PostId) -> int | None:
        """Return the row of a post, or nothing where it is not shown."""
        return self._places.get(post_id)

    # --- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        one, column = self._rows[index.row()], COLUMNS[index.column()]
        answer = self._answers.get(role)
        return answer(one, column) if answer else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEADING
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column_name(COLUMNS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _CHOSEN_AND_DRAGGED if index.isValid() else Qt.ItemFlag.NoItemFlags

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = dict.fromkeys(index.row() for index in indexes)
        return mime_of(self._rows[row].card for row in rows)

    # --- inside -------------------------------------------------------------------------------

    def _arrange(self, posts: Iterable[Listed]) -> None:
        column, names = self._sorted_by, self._names
        after = sorted(
            posts, key=lambda one: order_of(column, one, names), reverse=self._is_descending
        )
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        old = self.persistentIndexList()
        self._rows = after
        self._places = {one.card.id: row for row, one in enumerate(after)}
        self.changePersistentIndexList(old, [self._following(before, index) for index in old])
        self.layoutChanged.emit()

    def _following(self, before: Sequence[Listed], index: QModelIndex) -> QModelIndex:
        row = self._places.get(before[index.row()].card.id)
        return QModelIndex() if row is None else self.index(row, index.column())

    def _tell_all(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _shown(self, one: Listed, column: Column) -> str:
        words = words_of(column, one, self._names)
        return isolated(words) if column in _BY_PEOPLE else words

    def _icon(self, one: Listed, column: Column) -> QIcon | None:
        return self._icons.of(one, column)

    def _spoken(self, one: Listed, column: Column) -> str:
        words = words_of(column, one, self._names)
        return f"{column_name(column)}: {words}" if words else column_name(column)

    def _tooltip(self, one: Listed, column: Column) -> str:
        match column:
            case Column.SEVERITY:
                return flag_lines(one.card)
            case Column.WORDS:
                return tooltip(one.card)
        return words_of(column, one, self._names)


_CHOSEN_AND_DRAGGED = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_BY_PEOPLE = frozenset({Column.WORDS, Column.CHANNEL, Column.CAMPAIGN, Column.LABELS})
"""What people have written, whichever way it runs."""
