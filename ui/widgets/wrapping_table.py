"""A quiet table whose last column may take several lines."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import Space

WIDEST_LETTERS = 26
"""How wide a column grows by itself."""
LOOKED_AT = 25
"""So many rows say how wide a column is, about those that are seen: a sheet may have ten thousand.

Qt asks half a dozen questions of each cell: a hundred rows kept the window for 60 ms.
"""
FITTED_AT_ONCE = 100
"""So many rows from the one on top get their height at once, the others while the window rests."""


class WrappingTable(QTableView):
    """Rows as tall as the text of their last column; every other column has one line.

    With `wraps=False` every row has one line.
    """

    def __init__(self, parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(parent)
        self._wraps = wraps
        self._room = QRect()
        self._next_row = 0
        self._resting = QTimer(self)
        self._resting.timeout.connect(self._fit_more)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(wraps)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(LOOKED_AT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.sectionResized.connect(self._on_column_resized)

    def fit(self, letters: dict[int, int]) -> None:
        """Make columns as wide as what they hold, those in `letters` that many letters wide.

        The last one that is shown takes what room is left.
        """
        letter = self.fontMetrics().averageCharWidth()
        columns = range(self.model().columnCount())
        for column in [one for one in columns if not self.isColumnHidden(one)][:-1]:
            if column in letters:
                name = self.horizontalHeader().sectionSizeHint(column)
                width = max(letters[column] * letter, name)
            else:
                self.resizeColumnToContents(column)
                width = min(self.columnWidth(column) + Space.S, letter * WIDEST_LETTERS)
            self.setColumnWidth(column, width)
        self.fit_rows()

    def fit_rows(self) -> None:
        """Make each row as tall as its last column needs, those in sight at once."""
        self._fit_rows(self.columnWidth(self.model().columnCount() - 1))

    def _fit_rows(self, last_width: int) -> None:
        if self.verticalHeader().defaultSectionSize() != self._one_line:
            self.verticalHeader().setDefaultSectionSize(self._one_line)
        if not self._wraps:
            return
        narrowest = self.fontMetrics().averageCharWidth() * 12
        self._room = QRect(0, 0, max(last_width - Space.M, narrowest), 10_000)
        self._fit_from(max(0, self.rowAt(0)))
        self._next_row = 0
        if self.model().rowCount() > FITTED_AT_ONCE:
            self._resting.start()

    @property
    def _one_line(self) -> int:
        return self.fontMetrics().height() + Space.S + 2

    def _fit_more(self) -> None:
        """Fit some more rows, until all are."""
        self._next_row = self._fit_from(self._next_row)
        if self._next_row >= self.model().rowCount():
            self._resting.stop()

    def _fit_from(self, first: int) -> int:
        """Fit a few rows and return the one after them."""
        model, metrics = self.model(), self.fontMetrics()
        end = min(first + FITTED_AT_ONCE, model.rowCount())
        for row in range(first, end):
            text = str(model.index(row, model.columnCount() - 1).data())
            height = self._one_line
            if "\n" in text or metrics.horizontalAdvance(text) > self._room.width():
                wrapped = metrics.boundingRect(self._room, Qt.TextFlag.TextWordWrap, text)
                height = wrapped.height() + Space.S + 2
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        return end

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()

    def _on_column_resized(self, column: int, _before: int, after: int) -> None:
        """A stretched column does not know its new width yet when it tells of it."""
        if column == self.model().columnCount() - 1:
            self._fit_rows(after)
