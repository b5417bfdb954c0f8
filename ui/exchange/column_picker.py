"""What each column of a sheet holds: guessed, shown above the first rows, corrected by choice."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.wording import _
from ui.theme import Space
from ui.widgets.tooltips import tooltip_of

MOST_LETTERS = 60
"""Of a cell; the tooltip has the rest."""

COLUMN_LETTERS = 26
"""The width of a column."""

ROWS_IN_VIEW = 3


_STEPS = frozenset(
    {
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    }
)


class FieldBox(QComboBox):
    """What one column holds: chosen from the open list, never by passing over it.

    A field that is passed over would be taken from the column that holds it.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.showPopup()
        elif event.text().strip():
            self.showPopup()
            self.view().keyboardSearch(event.text())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the table below scrolls


class ColumnPicker(QTableWidget):
    """The sheet's first rows with a box per column; `corrected` carries the new mapping."""

    corrected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapping: dict[str, int] = {}
        self._offered: QStandardItemModel | None = None
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    @property
    def boxes(self) -> tuple[FieldBox, ...]:
        """The boxes of the columns, in their order."""
        cells = (self.cellWidget(0, column) for column in range(self.columnCount()))
        return tuple(box for box in cells if isinstance(box, FieldBox))

    def show_sheet(
        self,
        headers: Sequence[str],
        rows: Sequence[Sequence[str]],
        fields: Sequence[tuple[str, str]],
        mapping: Mapping[str, int],
    ) -> None:
        """Show a sheet; `fields` are key and name of what a column can hold."""
        self._mapping = dict(mapping)
        shape = (len(rows) + 1, len(headers))
        if (self.rowCount(), self.columnCount()) != shape:
            self.clear()
            self.setRowCount(shape[0])
            self.setColumnCount(shape[1])
        held = {column: field for field, column in mapping.items()}
        choices = self._choices(fields)
        for column, header in enumerate(headers):
            self._show_box(column, header, choices, held.get(column, ""))
            heading = QTableWidgetItem(header or _("(no name)"))
            heading.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            heading.setToolTip(tooltip_of(header))
            self.setHorizontalHeaderItem(column, heading)
        for number, row in enumerate(rows, start=1):
            for column in range(len(headers)):
                self._show_cell(number, column, row[column] if column < len(row) else "")
        self._fit()

    def sizeHint(self) -> QSize:
        shown = range(min(self.rowCount(), ROWS_IN_VIEW + 1))
        rows = sum(self.rowHeight(row) for row in shown)
        bar = self.horizontalScrollBar().sizeHint().height()
        frame = 2 * self.frameWidth()
        height = self.horizontalHeader().sizeHint().height() + rows + bar + frame
        return QSize(super().sizeHint().width(), height)

    def _choices(self, fields: Sequence[tuple[str, str]]) -> QStandardItemModel:
        """Return what any column can hold, once for all boxes: each has the same list."""
        choices = QStandardItemModel(self)
        for key, name in (("", _("not read")), *fields):
            choice = QStandardItem(name)
            choice.setData(key, Qt.ItemDataRole.UserRole)
            choices.appendRow(choice)
        if self._offered is not None:
            self._offered.deleteLater()
        self._offered = choices
        return choices

    def _show_box(self, column: int, header: str, choices: QStandardItemModel, held: str) -> None:
        box = self.cellWidget(0, column)
        if not isinstance(box, QComboBox):
            box = FieldBox()
            box.setObjectName(f"column_{column}")
            box.setMinimumHeight(Space.XL)
            box.activated.connect(partial(self._on_choice, column))
            self.setCellWidget(0, column, box)
        box.setAccessibleName(_("What the column “{column}” holds").format(column=header))
        box.setModel(choices)
        box.setCurrentIndex(max(0, box.findData(held)))
        box.setToolTip(box.currentText())

    def _show_cell(self, row: int, column: int, text: str) -> None:
        short = " ".join(text.split())
        cut = f"{short[:MOST_LETTERS]}…" if len(short) > MOST_LETTERS else short
        item = QTableWidgetItem(cut)
        item.setToolTip(tooltip_of(text))
        self.setItem(row, column, item)

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.resizeRowsToContents()
        for column in range(self.columnCount()):
            self.setColumnWidth(column, letter * COLUMN_LETTERS)
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()

    def _on_choice(self, column: int, _row: int) -> None:
        box = self.cellWidget(0, column)
        field = str(box.currentData()) if isinstance(box, QComboBox) else ""
        others = {key: place for key, place in self._mapping.items() if place != column}
        mapping = {**others, field: column} if field else others
        if mapping != self._mapping:
            self._mapping = mapping
            self.corrected.emit(mapping)
