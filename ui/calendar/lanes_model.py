"""Lanes as a Qt table: which cell is whose, and how one arrangement becomes another."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
)

from app.commands.views import Card, Recall
from app.domain.market import Market, MarketId
from app.domain.post import PostId
from ui.calendar.lanes import Lane, Lanes, Place

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
MOST_CELLS = 100
"""More are read, and painted, sooner together with all of the period."""


class LanesModel(QAbstractTableModel):
    """Tells Qt no more than what is another after a change.

    `heads_changed` says that rows, days or what is known of them have changed, `counts_changed`
    that nothing but the posts in the cells has. Between `posts_about_to_move` and `posts_moved`
    posts go from cell to cell of the same table.
    """

    heads_changed = Signal()
    counts_changed = Signal()
    posts_about_to_move = Signal()
    posts_moved = Signal()

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes

    @property
    def lanes(self) -> Lanes:
        """The present arrangement."""
        return self._lanes

    def card(self, index: Index) -> Card | None:
        """Return the post at a cell, if there is one."""
        return self._lanes.cards.get((index.row(), index.column()))

    def ghost(self, index: Index) -> Recall | None:
        """Return the ghost at a cell, if there is one."""
        return self._lanes.ghosts.get((index.row(), index.column()))

    def post_at(self, index: Index) -> PostId | None:
        """Return which post a cell is about: that of its card or of its ghost."""
        card = self.card(index)
        if card is not None:
            return card.id
        ghost = self.ghost(index)
        return ghost.card.id if ghost is not None else None

    def index_of(self, post_id: PostId) -> QModelIndex:
        """Return where a post stands; an invalid index when it is not shown."""
        place = self._lanes.places.get(post_id)
        return self.index(*place) if place else QModelIndex()

    def index_at(self, market: MarketId, day: date) -> QModelIndex:
        """Return the first cell of a market on a day; an invalid index when it is not shown."""
        return self._index_of_place(self._lanes.first_place(market, day))

    def lane(self, row: int) -> Lane:
        """Return which market and lane a row is."""
        return self._lanes.rows[row]

    def is_region(self, row: int) -> bool:
        """Tell whether a row is the head of a region: no post stands in it."""
        rows = self._lanes.rows
        return row < len(rows) and rows[row].region is not None

    def is_summed(self, row: int) -> bool:
        """Tell whether a row stands for many: the head of a region, or what is folded."""
        rows = self._lanes.rows
        return self.is_region(row) or (row < len(rows) and rows[row].is_folded)

    def day(self, row: int, column: int) -> date:
        """Return the day of a cell."""
        return self._lanes.day(row, column)

    def market_at(self, index: Index) -> Market:
        """Return the market of a cell."""
        return self.lane(index.row()).market

    def place(self, index: Index) -> tuple[MarketId, date]:
        """Return the market and the day of a cell."""
        return self.place_of(index.row(), index.column())

    def place_of(self, row: int, column: int) -> tuple[MarketId, date]:
        """Return the market and the day of a row and column."""
        return self.market_at(self.index(row, column)).id, self.day(row, column)

    # --- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lanes.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lanes.heads)

    # --- from one arrangement to another ------------------------------------------------------

    def _show(self, after: Lanes, among: Collection[Place] | None = None) -> None:
        """Take another arrangement, and tell no more than what is another in it.

        Only `among` these cells it can be, where they are known.
        """
        if self._lanes.same_table(after):
            self._put(after, among)
            self.counts_changed.emit()
        else:
            self._rearrange(after)
            self.heads_changed.emit()

    def _put(self, after: Lanes, among: Collection[Place] | None) -> None:
        """Let posts go from cell to cell; the cells stay where they are."""
        before = self._lanes
        changed = before.changed_places(after, among)
        if before.moves_any(after, changed):
            self.posts_about_to_move.emit()
            self._follow(after)
            self._tell(changed)
            self.posts_moved.emit()
        else:
            self._lanes = after
            self._tell(changed)

    def _rearrange(self, after: Lanes) -> None:
        """Take another table."""
        self.layoutAboutToBeChanged.emit()
        self._follow(after)
        self.layoutChanged.emit()

    def _follow(self, after: Lanes) -> None:
        """Take another arrangement; persistent indexes follow their post, or stay in their cell."""
        before, old = self._lanes, self.persistentIndexList()
        self._lanes = after
        moves = before.moves_to(after, ((index.row(), index.column()) for index in old))
        self.changePersistentIndexList(old, [self._index_of_place(place) for place in moves])

    def _tell(self, places: Collection[Place]) -> None:
        """Have cells painted anew, each by itself; of many more than that is no less work."""
        if len(places) > MOST_CELLS:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        for place in places:
            index = self.index(*place)
            self.dataChanged.emit(index, index)

    def _index_of_place(self, place: Place | None) -> QModelIndex:
        return QModelIndex() if place is None else self.index(*place)
