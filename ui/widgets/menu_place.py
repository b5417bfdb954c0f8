"""Where the menu of what is selected opens: at the pointer, or by key at the current item."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView


def menu_place(
    view: QAbstractItemView, event: QContextMenuEvent, choose: Callable[[QModelIndex], object]
) -> QPoint:
    """Return the place on the screen; what is not selected and lies there is chosen first."""
    if event.reason() is QContextMenuEvent.Reason.Keyboard:
        return view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center())
    index = view.indexAt(view.viewport().mapFromGlobal(event.globalPos()))
    if index.isValid() and not view.selectionModel().isSelected(index):
        choose(index)
    return event.globalPos()
