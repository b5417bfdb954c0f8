"""The posts without a date as Qt's model."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.commands.post_filter import EVERYTHING, PostFilter
from app.commands.views import Card
from app.domain.change import ChangeSet
from app.domain.post import PostId
from ui.cards.card_words import spoken, tooltip
from ui.cards.dragging import MIME_TYPE, Drop, carried_in, mime_of, seen_in
from ui.widgets.tooltips import tooltip_of

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class TraySource(Protocol):
    """Where the cards come from: a Reader."""

    def tray(self) -> tuple[Card, ...]:
        """Return the posts without a date."""


class TrayModel(QAbstractListModel):
    """A thin adapter over the tray; `dropped` carries what a drag into it asks for."""

    dropped = Signal(object)
    count_changed = Signal(int)

    def __init__(self, source: TraySource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._filter = EVERYTHING
        self._all: tuple[Card, ...] = ()
        self._cards: tuple[Card, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """All posts without a date, those that the filter hides too."""
        return self._all

    def show_only(self, wanted: PostFilter) -> None:
        """Hide what a filter does not want; what is selected stays selected."""
        self._filter = wanted
        self._show()

    def on_changed(self, changes: ChangeSet) -> None:
        """Read again when a command may have changed the tray."""
        known = {card.id for card in self._all}
        is_touched = any(day is None for _market, day in changes.cells)
        if changes.everything or is_touched or known & changes.posts:
            self.refresh()

    def refresh(self) -> None:
        """Read the tray again; what is selected stays selected."""
        self._all = self._source.tray()
        self._show()

    def index_of(self, post_id: PostId) -> QModelIndex:
        """Return the row of a post; an invalid index when it is not shown."""
        rows = (row for row, card in enumerate(self._cards) if card.id == post_id)
        row = next(rows, None)
        return QModelIndex() if row is None else self.index(row)

    def _show(self) -> None:
        after = self._filter.shown(self._all)
        if [card.id for card in after] == [card.id for card in self._cards]:
            before, self._cards = self._cards, after
            for row, (old, new) in enumerate(zip(before, after, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.layoutAboutToBeChanged.emit()
        old_indexes = self.persistentIndexList()
        kept = [self._cards[index.row()].id for index in old_indexes]
        self._cards = after
        rows = {card.id: row for row, card in enumerate(after)}
        moved = [self.index(rows[post]) if post in rows else QModelIndex() for post in kept]
        self.changePersistentIndexList(old_indexes, moved)
        self.layoutChanged.emit()
        self.count_changed.emit(len(after))

    def card(self, index: Index) -> Card | None:
        """Return the post of a row."""
        return self._cards[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        card = self.card(index)
        if card is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.headline
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(card)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of(tooltip(card))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return mime_of(card for card in map(self.card, indexes) if card is not None)

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return data.hasFormat(MIME_TYPE)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the posts, or copies, to lose their date, and say that nothing was taken in."""
        carried = carried_in(data)
        post_ids = tuple(one.post for one in carried)
        if post_ids:
            is_copy = action is Qt.DropAction.CopyAction
            self.dropped.emit(Drop(post_ids, None, None, is_copy, seen=seen_in(carried)))
        return False
