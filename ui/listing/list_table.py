"""The table of the list: choosing, arranging columns, and asking for what is to happen."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.commands.listing import Listed
from app.domain.post import PostId
from app.wording import _
from ui.listing.arrangement import Arrangement
from ui.listing.columns import Column
from ui.listing.list_model import COLUMNS, ListModel
from ui.plan.post_keys import take_post_key
from ui.theme import Space
from ui.widgets.menu_place import menu_place

NARROWEST = 40


class ListTable(QTableView):
    """Shows a ListModel; changes nothing itself.

    Posts are dragged out of it, into the tray, and never into it: a row is a post and no day, so
    other weeks have no place where a drag that rests at an edge could be let go.

    `post_opened` and `review_requested` carry the id of a post, `chosen` that of the current one,
    `menu_requested` where the menu of what is selected should open, `columns_asked` where that of
    the columns should, `arranged` tells that a person has arranged the columns anew.
    """

    post_opened = Signal(object)
    review_requested = Signal(object)
    chosen = Signal(object)
    menu_requested = Signal(QPoint)
    columns_asked = Signal(QPoint)
    arranged = Signal()

    def __init__(self, model: ListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("post_list")
        self.setAccessibleName(_("List of posts"))
        self._posts = model
        self._is_arranging = False
        self._kept: frozenset[PostId] = frozenset()
        # before the selection hears of it: it would follow each of a hundred thousand cells
        model.layoutAboutToBeChanged.connect(self._let_go)
        self.setModel(model)
        model.layoutChanged.connect(self._choose_again)
        self._set_up()
        self.arrange_as_at_first()
        header = self.horizontalHeader()
        for changed in (header.sectionMoved, header.sectionResized, header.sortIndicatorChanged):
            changed.connect(self._on_arranged)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._on_current)

    # --- columns ------------------------------------------------------------------------------

    def shows(self, column: Column) -> bool:
        """Tell whether a column is shown."""
        return not self.isColumnHidden(COLUMNS.index(column))

    def show_column(self, column: Column, shows: bool) -> None:
        """Show or hide a column; the last one stays."""
        is_last = sum(self.shows(one) for one in COLUMNS) == 1
        if shows or not is_last:
            self.setColumnHidden(COLUMNS.index(column), not shows)
            self._on_arranged()

    def sort_by(self, column: Column) -> None:
        """Sort by a column; by the one that it is sorted by, the other way round."""
        sorted_by, is_descending = self._posts.sorted_by
        turns = column is sorted_by and not is_descending
        order = Qt.SortOrder.DescendingOrder if turns else Qt.SortOrder.AscendingOrder
        self.sortByColumn(COLUMNS.index(column), order)

    @property
    def arrangement(self) -> Arrangement:
        """Which columns are shown, in which order, how wide, and what they are sorted by."""
        header = self.horizontalHeader()
        places = (header.logicalIndex(number) for number in range(header.count()))
        shown = tuple(
            (COLUMNS[place], header.sectionSize(place))
            for place in places
            if not header.isSectionHidden(place)
        )
        return Arrangement(shown, *self._posts.sorted_by)

    def arrange(self, wanted: Arrangement) -> None:
        """Arrange the columns; that is no news to anybody."""
        self._is_arranging = True
        header = self.horizontalHeader()
        widths = dict(wanted.columns)
        others = (column for column in COLUMNS if column not in widths)
        for place, column in enumerate((*widths, *others)):
            section = COLUMNS.index(column)
            header.moveSection(header.visualIndex(section), place)
            header.setSectionHidden(section, column not in widths)
            if column in widths:
                header.resizeSection(section, max(widths[column], NARROWEST))
        descending, ascending = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        order = descending if wanted.is_descending else ascending
        self.sortByColumn(COLUMNS.index(wanted.sorted_by), order)
        self._is_arranging = False

    def arrange_as_at_first(self) -> None:
        """Show the columns as they stand before a person has arranged them."""
        letter = self.fontMetrics().averageCharWidth()
        self.arrange(Arrangement.at_first(letter, Space.L + Space.XS))
        self.arranged.emit()

    # --- what is chosen -----------------------------------------------------------------------

    def selected(self) -> tuple[Listed, ...]:
        """Return the selected posts from top to bottom; without any, the current one."""
        current = self.current()
        chosen = tuple(self._posts.rows[row] for row in self._selected_rows())
        return chosen or ((current,) if current is not None else ())

    def current(self) -> Listed | None:
        """Return the post of the current row, if there is one."""
        return self._posts.post(self.currentIndex())

    def choose_row(self, row: int | None) -> bool:
        """Make a row the current one and scroll to it; False when there is none."""
        if row is None:
            return False
        column = self.currentIndex().column() if self.currentIndex().isValid() else 0
        index = self._posts.index(row, self._shown_column(column))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def choose_post(self, post_id: PostId) -> bool:
        """Make a post the current one; False when it is not shown."""
        return self.choose_row(self._posts.row_of(post_id))

    def choose_posts(self, post_ids: Iterable[PostId]) -> bool:
        """Select several posts, the uppermost as the current one; False when none is shown."""
        rows = self._rows_of(post_ids)
        if not rows:
            return False
        self.choose_row(rows[0])
        self._select(rows)
        return True

    # --- keys and mouse -----------------------------------------------------------------------

    def keyboardSearch(self, search: str) -> None:
        """Single letters are commands here, never a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        one = self.current()
        if not take_post_key(self, event, one.card.id if one is not None else None):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(
            menu_place(self, event, lambda index: self.choose_row(index.row()))
        )

    # --- inside -------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSortingEnabled(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(self.fontMetrics().height() + Space.M, Space.XL))
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(NARROWEST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda place: self.columns_asked.emit(header.mapToGlobal(place))
        )

    def _selected_rows(self) -> list[int]:
        ranges = self.selectionModel().selection().toList()
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def _let_go(self) -> None:
        """Keep the selected posts by their ids, and select nothing for a moment."""
        self._kept = frozenset(self._posts.rows[row].card.id for row in self._selected_rows())
        if self._kept:
            self.selectionModel().clearSelection()

    def _choose_again(self) -> None:
        """Select the same posts where they stand now, in as few ranges as possible."""
        if self._kept:
            self._select(self._rows_of(self._kept))
        self._kept = frozenset()

    def _rows_of(self, post_ids: Iterable[PostId]) -> list[int]:
        found = (self._posts.row_of(post_id) for post_id in post_ids)
        return sorted(row for row in found if row is not None)

    def _select(self, rows: Sequence[int]) -> None:
        selection = QItemSelection()
        last_column = self._posts.columnCount() - 1
        for first, last in _runs(rows):
            selection.select(self._posts.index(first, 0), self._posts.index(last, last_column))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _shown_column(self, wanted: int) -> int:
        """Return a column that is shown: this one where it is."""
        if not self.isColumnHidden(wanted):
            return wanted
        header = self.horizontalHeader()
        places = (header.logicalIndex(number) for number in range(header.count()))
        return next(place for place in places if not self.isColumnHidden(place))

    def _on_arranged(self) -> None:
        if not self._is_arranging:
            self.arranged.emit()

    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        one = self._posts.post(current)
        if one is not None and current.row() != before.row():
            self.chosen.emit(one.card.id)

    def _open(self, index: QModelIndex) -> None:
        one = self._posts.post(index)
        if one is not None:
            self.post_opened.emit(one.card.id)


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of numbers that follow each other."""
    first = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[first], rows[place - 1]
            first = place
