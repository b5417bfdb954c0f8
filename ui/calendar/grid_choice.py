"""Which posts and which cell of a grid are chosen."""

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
)
from PySide6.QtWidgets import QTableView

from app.commands.views import Card, Recall
from app.domain.market import MarketId
from app.domain.post import PostId
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.grid_folds import GridFolds


class GridChoice:
    """Tells what is chosen in a grid, and chooses; `settle` is called once a cell is chosen."""

    def __init__(
        self,
        view: QTableView,
        model: CalendarModel,
        folds: GridFolds,
        settle: Callable[[], None],
    ) -> None:
        self._view = view
        self._calendar = model
        self._folds = folds
        self._settle = settle
        self._kept_place: tuple[MarketId, date] | None = None
        model.layoutAboutToBeChanged.connect(self._remember_place)
        model.layoutChanged.connect(self._return_to_place)
        model.posts_about_to_move.connect(self._let_each_go_its_way)
        model.posts_moved.connect(self._choose_where_they_went)

    # --- what is chosen -----------------------------------------------------------------------

    def selected_cards(self) -> tuple[Card, ...]:
        """Return the selected posts by day and lane; without any, the post of the current cell."""
        indexes = sorted(self._view.selectionModel().selectedIndexes(), key=self._by_day)
        found = [self._calendar.card(index) for index in indexes]
        cards = tuple(card for card in found if card is not None)
        current = self.current_card()
        return cards or ((current,) if current else ())

    def current_card(self) -> Card | None:
        """Return the post of the current cell, if there is one."""
        index = self._view.currentIndex()
        return self._calendar.card(index) if index.isValid() else None

    def current_ghost(self) -> Recall | None:
        """Return the ghost of the current cell, if there is one."""
        index = self._view.currentIndex()
        return self._calendar.ghost(index) if index.isValid() else None

    def current_post(self) -> PostId | None:
        """Return which post the current cell is about: that of its card or of its ghost."""
        index = self._view.currentIndex()
        return self._calendar.post_at(index) if index.isValid() else None

    def current_place(self) -> tuple[MarketId, date] | None:
        """Return market and day of the current cell."""
        index = self._view.currentIndex()
        return self._calendar.place(index) if index.isValid() else None

    def is_on_sum(self) -> bool:
        """Tell whether the current cell stands for many posts."""
        index = self._view.currentIndex()
        return index.isValid() and self._calendar.is_summed(index.row())

    # --- choosing -----------------------------------------------------------------------------

    def choose(self, index: QModelIndex) -> bool:
        """Make a cell the current one and scroll to it; False where there is none."""
        if not index.isValid():
            return False
        self._view.setRowHidden(index.row(), False)  # what is hidden would not be scrolled to
        # the view's own way asks whether Ctrl is held, as after Ctrl+D, and then chooses nothing
        self._view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._view.scrollTo(index)
        self._settle()
        return True

    def choose_post(self, post_id: PostId) -> bool:
        """Make a post the current one and scroll to it; False when it is not shown.

        Where it is folded away its market is opened.
        """
        self._folds.open_for([post_id])
        return self.choose(self._calendar.index_of(post_id))

    def choose_posts(self, post_ids: Collection[PostId]) -> bool:
        """Select posts, the earliest of them the current one; False when none is shown."""
        self._folds.open_for(post_ids)
        found = [index for index in map(self._calendar.index_of, post_ids) if index.isValid()]
        if not found:
            return False
        self.choose(min(found, key=lambda index: (index.column(), index.row())))
        for index in found:
            self._view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        return True

    def choose_place(self, market: MarketId, day: date) -> bool:
        """Make the first cell of a market and day the current one; False when it is not shown."""
        return self.choose(self._calendar.index_at(market, day))

    def choose_flagged(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) flagged post by day and lane; False at the end."""
        flagged = sorted(
            (card for card in self._calendar.lanes.shown if card.asks_for_a_look), key=self._order
        )
        current = self.current_card()
        here = (*self._by_day(self._view.currentIndex()), datetime.min)
        if current is not None:
            here = self._order(current)
        ahead = [
            card
            for card in flagged
            if (self._order(card) > here if step > 0 else self._order(card) < here)
        ]
        return bool(ahead) and self.choose_post((ahead[0] if step > 0 else ahead[-1]).id)

    # --- inside -------------------------------------------------------------------------------

    def _remember_place(self) -> None:
        self._kept_place = self.current_place()

    def _return_to_place(self) -> None:
        """Stay in the cell that was empty and into which a post has come."""
        if not self._view.currentIndex().isValid() and self._kept_place is not None:
            self._view.selectionModel().setCurrentIndex(
                self._calendar.index_at(*self._kept_place),
                QItemSelectionModel.SelectionFlag.NoUpdate,
            )

    def _let_each_go_its_way(self) -> None:
        """Choose each cell by itself: a post that leaves a chosen block would take it along."""
        self._remember_place()
        chosen = self._view.selectionModel()
        if any(
            block.top() != block.bottom() or block.left() != block.right()
            for block in chosen.selection().toList()
        ):
            self._choose_each(chosen.selectedIndexes())

    def _choose_where_they_went(self) -> None:
        """Give up cells that are chosen no more: a post has come where they were."""
        chosen = self._view.selectionModel()
        if not all(block.isValid() for block in chosen.selection().toList()):
            self._choose_each(chosen.selectedIndexes())
        self._return_to_place()

    def _choose_each(self, indexes: Iterable[QModelIndex]) -> None:
        cells = QItemSelection()
        for index in indexes:
            cells.append(QItemSelectionRange(index))
        self._view.selectionModel().select(cells, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _by_day(self, index: QModelIndex) -> tuple[date, int]:
        """Return what orders cells by day and lane."""
        if not index.isValid():
            return date.min, -1
        return self._calendar.day(index.row(), index.column()), index.row()

    def _order(self, card: Card) -> tuple[date, int, datetime]:
        """Return what orders posts by day and lane; in a row that sums them up, by their times."""
        place = self._calendar.lanes.places.get(card.id)
        index = QModelIndex()
        if place is not None:
            index = self._calendar.index(*place)
        elif card.day is not None:
            index = self._calendar.index_at(card.market, card.day)
        return (*self._by_day(index), card.local or datetime.min)
