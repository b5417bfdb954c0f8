"""A quiet table whose last column may take several lines."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import Space

WIDEST_LETTERS = 26
"""How wide a column grows by itself."""
LOOKED_AT = 100
"""So many rows say how wide a column is: a sheet may have ten thousand."""


class WrappingTable(QTableView):
    """Rows as tall as the text of their last column; every other column has one line.

    With `wraps=False` every row has one line.
    """

    def __init__(self, parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(parent)
        self._wraps = wraps
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
        """Make columns as wide as what they hold, those in `letters` that many letters wide."""
        letter = self.fontMetrics().averageCharWidth()
        for column in range(self.model().columnCount() - 1):
            if column in letters:
                name = self.horizontalHeader().sectionSizeHint(column)
                width = max(letters[column] * letter, name)
            else:
                self.resizeColumnToContents(column)
                width = min(self.columnWidth(column) + Space.S, letter * WIDEST_LETTERS)
            self.setColumnWidth(column, width)
        self.fit_rows()

    def fit_rows(self) -> None:
        """Make each row as tall as its last column needs."""
        self._fit_rows(self.columnWidth(self.model().columnCount() - 1))

    def _fit_rows(self, last_width: int) -> None:
        model, last = self.model(), self.model().columnCount() - 1
        metrics = QFontMetrics(self.font())
        plain = metrics.height() + Space.S + 2
        self.verticalHeader().setDefaultSectionSize(plain)
        if not self._wraps:
            return
        width = max(last_width - Space.M, metrics.averageCharWidth() * 12)
        room = QRect(0, 0, width, 10_000)
        for row in range(model.rowCount()):
            text = str(model.index(row, last).data())
            height = plain
            if "\n" in text or metrics.horizontalAdvance(text) > width:
                wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
                height = wrapped.height() + Space.S + 2
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()

    def _on_column_resized(self, column: int, _before: int, after: int) -> None:
        """A stretched column does not know its new width yet when it tells of it."""
        if column == self.model().columnCount() - 1:
            self._fit_rows(after)
