"""A drag that rests at the edge of a view, or over a button: the next days come to it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea

from ui.cards.dragging import carried_in
from ui.cards.edge_scroll import edges_at
from ui.cards.edge_sign import EdgeSign
from ui.theme import Theme

DWELL_MS = 700
"""How long a drag rests before it turns a page: whoever only passes by turns none."""


class EdgePager(QObject):
    """Pages a view under a drag that rests where it cannot be scrolled any further.

    `paged` carries 1 for the days after those in view and -1 for those before; whoever goes on
    resting pages on.
    """

    paged = Signal(int)

    def __init__(self, view: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._step = 0
        self._at: QPoint | None = None
        view.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self._sign = EdgeSign(theme, view.viewport())
        self._clock = QTimer(self, singleShot=True, interval=DWELL_MS)
        self._clock.timeout.connect(self._turn)

    def set_dwell(self, milliseconds: int) -> None:
        """Take another time of rest."""
        self._clock.setInterval(milliseconds)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._sign.set_theme(theme)

    @property
    def is_about_to_turn(self) -> bool:
        """Whether a drag rests at an edge now."""
        return self._clock.isActive()

    def follow(self, position: QPoint) -> None:
        """Hear where over the view's own ground the drag is."""
        step = self._step_at(position)
        if step != self._step:
            self.stop()
            self._rest(step)
        self._at = position

    def _rest(self, step: int) -> None:
        self._step = step
        if step:
            self._clock.start()
            self._sign.show_at_edge(step)

    def stop(self) -> None:
        """Turn no page: the drag has left or ended."""
        self._at = None
        self._step = 0
        self._clock.stop()
        self._sign.hide()

    def _step_at(self, position: QPoint) -> int:
        """Return which way the days go on at a place, if it is an edge and nothing scrolls."""
        step, _down = edges_at(self._view, position)
        bar = self._view.horizontalScrollBar()
        end = bar.maximum() if step > 0 else bar.minimum()
        return step if bar.value() == end else 0

    def _on_scrolled(self) -> None:
        """Begin to rest once the view has scrolled to its end under a drag that stands still."""
        if self._at is not None:
            self.follow(self._at)

    def _turn(self) -> None:
        self.paged.emit(self._step)
        if self._step:
            self._clock.start()


class RestingDrag(QObject):
    """Presses a button under a drag of posts that rests over it, again and again.

    One that opens something is pressed only while that is closed.
    """

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._clock = QTimer(self, interval=DWELL_MS)
        self._clock.timeout.connect(self._press)
        button.setAcceptDrops(True)
        button.installEventFilter(self)

    def set_dwell(self, milliseconds: int) -> None:
        """Take another time of rest."""
        self._clock.setInterval(milliseconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                if not carried_in(event.mimeData()):
                    return False
                event.acceptProposedAction()
                self._clock.start()
                return True
            case QEvent.Type.DragLeave | QEvent.Type.Hide:
                self._clock.stop()
            case QEvent.Type.Drop:
                self._clock.stop()
                event.ignore()  # a button takes no posts: they stay where they were
                return True
        return False

    def _press(self) -> None:
        if not self._button.isChecked():
            self._button.click()
