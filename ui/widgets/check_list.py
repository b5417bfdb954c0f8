"""A list of names with a box each."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

LEAST_ROWS = 4
"""So many rows are seen at least, where there are so many: two of eight look like all."""
SMALLEST_TARGET = 24
"""Pixels."""

_KEY = Qt.ItemDataRole.UserRole


class CheckList(QListWidget):
    """Names that a person ticks, by a click anywhere on the row or by Space.

    Of more than `most_rows` the rest is reached by scrolling.
    """

    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, most_rows: int = 9) -> None:
        super().__init__(parent)
        self._most_rows = most_rows
        self.setItemDelegate(_WholeRowDelegate(self))
        self.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.itemChanged.connect(lambda _item: self.choice_changed.emit())

    def set_choices(self, choices: Iterable[tuple[str, str]], checked: Collection[str]) -> None:
        """Show other names, each with its key; those in `checked` are ticked."""
        self.blockSignals(True)
        self.clear()
        for key, name in choices:
            item = QListWidgetItem(name, self)
            item.setData(_KEY, key)
            item.setToolTip(name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(key in checked))
        self.blockSignals(False)
        self.updateGeometry()

    def checked(self) -> tuple[str, ...]:
        """Return the keys of what is ticked, in the order of the list."""
        return tuple(
            item.data(_KEY) for item in self._items() if item.checkState() is Qt.CheckState.Checked
        )

    def set_all_checked(self, is_checked: bool) -> None:
        """Tick everything, or nothing."""
        self.set_checked([item.data(_KEY) for item in self._items()] if is_checked else [])

    def set_checked(self, keys: Collection[str]) -> None:
        """Tick these and no others; says so once."""
        before = self.checked()
        self.blockSignals(True)
        for item in self._items():
            item.setCheckState(_state(item.data(_KEY) in keys))
        self.blockSignals(False)
        self.viewport().update()
        if self.checked() != before:
            self.choice_changed.emit()

    def sizeHint(self) -> QSize:
        rows = min(max(self.count(), 2), self._most_rows)
        row_height = self.sizeHintForRow(0) if self.count() else SMALLEST_TARGET
        return QSize(super().sizeHint().width(), rows * row_height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        rows = min(max(self.count(), 2), LEAST_ROWS)
        row_height = self.sizeHintForRow(0) if self.count() else SMALLEST_TARGET
        return QSize(super().minimumSizeHint().width(), rows * row_height + 2 * self.frameWidth())

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]


class _WholeRowDelegate(QStyledItemDelegate):
    """Toggles the box wherever the row is clicked."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return hint.expandedTo(QSize(0, SMALLEST_TARGET))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        is_click = event.button() is Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonRelease and is_click:
            was_checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
            checked = _state(was_checked is not Qt.CheckState.Checked)
            return model.setData(index, checked, Qt.ItemDataRole.CheckStateRole)
        return False


def _state(is_checked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked
