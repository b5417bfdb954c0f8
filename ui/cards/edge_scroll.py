"""A drag that rests near an edge of a view: what lies beyond that edge comes into sight."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from ui.cards.card_layout import TARGET

TICK_MS = 50
"""How long it rests before it scrolls, and between two steps."""
FASTER = 2
"""By how many pixels each step is longer than the one before."""


def edges_at(view: QAbstractScrollArea, position: QPoint) -> tuple[int, int]:
    """Return near which edges a place is, as one reads and downwards: -1 the first, 1 the last."""
    ground = view.viewport()
    is_mirrored = view.layoutDirection() is Qt.LayoutDirection.RightToLeft
    across = ground.width() - 1 - position.x() if is_mirrored else position.x()
    return _edge(across, ground.width()), _edge(position.y(), ground.height())


def _edge(at: int, length: int) -> int:
    if at < TARGET:
        return -1
    return 1 if at >= length - TARGET else 0


class EdgeScroll(QObject):
    """Scrolls a view under a drag, faster the longer it rests; `scrolled` tells each step.

    Qt's own scrolls a view that is read from right to left away from the edge.
    """

    scrolled = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._edges = (0, 0)
        self._pixels = 0
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self._scroll)

    def follow(self, position: QPoint) -> None:
        """Hear where over the view's own ground the drag is."""
        edges = edges_at(self._view, position)
        if edges != self._edges:
            self.stop()
            self._edges = edges
            if edges != (0, 0):
                self._clock.start()

    def stop(self) -> None:
        """Scroll no further: the drag has left or ended."""
        self._edges = (0, 0)
        self._pixels = 0
        self._clock.stop()

    def _scroll(self) -> None:
        bars = (self._view.horizontalScrollBar(), self._view.verticalScrollBar())
        before = [bar.value() for bar in bars]
        self._pixels += FASTER
        for bar, edge in zip(bars, self._edges, strict=True):
            bar.setValue(bar.value() + edge * min(self._pixels, bar.pageStep()))
        if before != [bar.value() for bar in bars]:
            self.scrolled.emit()
