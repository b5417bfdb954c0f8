"""The two halves of a page: side by side where both have room, else one below the other."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import Space

SIDE_BY_SIDE_FROM = 788
"""Pixels of width from which both halves are comfortable side by side."""
WIDEST = 1180


class Halves(QWidget):
    """Never makes a page wider than its halves need one below the other.

    `turned` tells whether they stand side by side from now on.
    """

    turned = Signal(bool)

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._both = (first, second)
        self._are_beside = False
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.L)
        for half in self._both:
            self._row.addWidget(half, 0, Qt.AlignmentFlag.AlignTop)
        self.setMaximumWidth(WIDEST)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._least_widths()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # a half may need more than before, or less
            self._fit()
        return is_done

    def _fit(self) -> None:
        needed = max(SIDE_BY_SIDE_FROM, sum(self._least_widths()) + Space.L)
        are_beside = self.width() >= needed
        if are_beside == self._are_beside:
            return
        self._are_beside = are_beside
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if are_beside else QBoxLayout.Direction.TopToBottom
        )
        self._row.setStretch(0, 3 if are_beside else 0)
        self._row.setStretch(1, 2 if are_beside else 0)
        self._row.activate()
        self.turned.emit(are_beside)

    def _least_widths(self) -> list[int]:
        return [half.minimumSizeHint().width() for half in self._both]
