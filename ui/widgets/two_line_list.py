"""A list of entries with a name and a quieter line below it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import Space, TextRole, font
from ui.widgets.elided_line import write_line
from ui.widgets.row_ground import paint_ground


@dataclass(frozen=True, slots=True)
class Entry:
    """One row; `level` 1 stands indented below the row of level 0 before it."""

    key: str
    name: str
    detail: str = ""
    level: int = 0
    is_quiet: bool = False
    """Whether it is only kept for the record, such as a person who has left."""


class _Role(IntEnum):
    KEY = Qt.ItemDataRole.UserRole
    DETAIL = Qt.ItemDataRole.UserRole + 1
    LEVEL = Qt.ItemDataRole.UserRole + 2
    IS_QUIET = Qt.ItemDataRole.UserRole + 3


class TwoLineList(QListWidget):
    """Entries of which one is chosen; `chosen` carries its key, also when the keyboard moves.

    `replaced` tells that another one is chosen since the entries are others, and by nobody.
    """

    chosen = Signal(str)
    replaced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_TwoLineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)

    @property
    def key(self) -> str:
        """The key of the chosen entry, or nothing."""
        item = self.currentItem()
        return self.key_of(item) if item is not None else ""

    def key_of(self, item: QListWidgetItem) -> str:
        """The key of an entry."""
        return str(item.data(_Role.KEY))

    def show_entries(self, entries: Iterable[Entry], chosen: str = "") -> None:
        """Show other entries and choose one of them without telling."""
        before = self.key
        self.blockSignals(True)
        self.clear()
        self.add_entries(entries)
        self.choose(chosen)
        self.blockSignals(False)
        if before and self.key != before:
            self.replaced.emit()

    def add_entries(self, entries: Iterable[Entry]) -> None:
        """Show more entries below those that are there."""
        was_blocked = self.blockSignals(True)
        for entry in entries:
            item = QListWidgetItem(entry.name, self)
            item.setData(_Role.KEY, entry.key)
            item.setData(_Role.DETAIL, entry.detail)
            item.setData(_Role.LEVEL, entry.level)
            item.setData(_Role.IS_QUIET, entry.is_quiet)
            spoken = ", ".join(filter(None, (entry.name, entry.detail)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip("\n".join(filter(None, (entry.name, entry.detail))))
        self.blockSignals(was_blocked)

    def choose(self, key: str) -> None:
        """Choose an entry without telling."""
        was_blocked = self.blockSignals(True)
        rows = (row for row in range(self.count()) if self.item(row).data(_Role.KEY) == key)
        self.setCurrentRow(next(rows, -1))
        self.blockSignals(was_blocked)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self.key_of(item))


class _TwoLineDelegate(QStyledItemDelegate):
    """Paints the name strong and the detail small below it, each elided to the row."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        name = QFontMetrics(font(option.font, TextRole.STRONG)).height()
        detail = QFontMetrics(font(option.font, TextRole.SMALL)).height()
        has_detail = bool(index.data(_Role.DETAIL))
        height = name + (detail + 2 if has_detail else 0) + 2 * Space.S - 2
        return QSize(super().sizeHint(option, index).width(), max(height, Space.XL))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        paint_ground(self, painter, option, index)
        is_quiet = bool(index.data(_Role.IS_QUIET))
        indent = Space.M + Space.L * int(index.data(_Role.LEVEL))
        place = option.rect.adjusted(indent, Space.S - 1, -Space.M, -(Space.S - 1))
        place = QStyle.visualRect(option.direction, option.rect, place)
        colours = option.palette
        strong = QPalette.ColorRole.PlaceholderText if is_quiet else QPalette.ColorRole.Text
        soft = QPalette.ColorRole.PlaceholderText
        painter.save()
        detail = str(index.data(_Role.DETAIL))
        role = TextRole.BODY if index.data(_Role.LEVEL) else TextRole.STRONG
        painter.setPen(colours.color(strong))
        name = write_line(painter, option, role, place, str(index.data()))
        painter.setPen(colours.color(soft))
        rest = QRect(place.left(), name.bottom() + 2, place.width(), place.bottom() - name.bottom())
        write_line(painter, option, TextRole.SMALL, rest, detail)
        painter.restore()
