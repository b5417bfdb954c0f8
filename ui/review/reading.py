"""What has really been on screen: the honest half of the approval box."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QScrollArea, QWidget

REST_MS = 100
"""A part counts as shown when two looks this far apart find the page at rest: nobody reads what
flies past."""


class Sight(Protocol):
    """Something that must have been on screen."""

    @property
    def name(self) -> str:
        """What it is called in the record of the decision, such as `medium:0`."""

    @property
    def unseen(self) -> int:
        """How much of it has not been on screen yet: lines of a text, else 1; at last 0."""

    def look(self) -> None:
        """Take note of what of it is on screen at this moment."""

    def take_as_seen(self) -> None:
        """Count all of it as seen, as this reviewer has read it before in this sitting."""

    def rest(self) -> tuple[QWidget, QRect]:
        """Return where all that is unseen of it lies, in the coordinates of a widget."""


class WidgetSight:
    """A widget that must have been on screen with every point of it, all at once or in parts.

    Nothing of it counts before `is_there` says that it shows what it is for.
    """

    def __init__(
        self, name: str, widget: QWidget, is_there: Callable[[], bool] = lambda: True
    ) -> None:
        self._name = name
        self._widget = widget
        self._is_there = is_there
        self._size = widget.size()
        self._seen = QRegion()
        self._is_whole = False

    @property
    def name(self) -> str:
        """What it is called in the record of the decision."""
        return self._name

    @property
    def unseen(self) -> int:
        """1 until the last point of it has been on screen."""
        return 0 if self._is_whole else 1

    def look(self) -> None:
        """Add what is on screen now; at another size the widget is another picture."""
        if self._is_whole or not self._is_there():
            return
        if self._size != self._widget.size():
            self._size = self._widget.size()
            self._seen = QRegion()
        self._seen = self._seen.united(region_on_screen(self._widget))
        whole = QRegion(self._widget.rect())
        self._is_whole = not whole.isEmpty() and whole.subtracted(self._seen).isEmpty()

    def take_as_seen(self) -> None:
        """Count all of it as seen."""
        self._is_whole = True

    def rest(self) -> tuple[QWidget, QRect]:
        """Return the part of the widget that has not been on screen."""
        missing = QRegion(self._widget.rect()).subtracted(self._seen).boundingRect()
        return self._widget, missing


class ReadingWatch(QObject):
    """Looks at a scroll area while its window is on a screen, and says when more has been seen."""

    seen_more = Signal()

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._sights: tuple[Sight, ...] = ()
        self._resting_at: object = None
        self._clock = QTimer(self)
        self._clock.setInterval(REST_MS)
        self._clock.timeout.connect(self._look)
        area.installEventFilter(self)

    def watch(self, sights: Iterable[Sight]) -> None:
        """Follow these parts from now on, and no longer those before."""
        self._sights = tuple(sights)
        self._resting_at = None
        self._go_on()

    @property
    def unseen(self) -> tuple[Sight, ...]:
        """The parts that have not wholly been on screen."""
        return tuple(sight for sight in self._sights if sight.unseen)

    @property
    def seen(self) -> tuple[str, ...]:
        """The names of the parts that have wholly been on screen."""
        return tuple(sight.name for sight in self._sights if not sight.unseen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._go_on()
        elif event.type() == QEvent.Type.Hide:
            self._clock.stop()
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        if self._area.isVisible() and self.unseen:
            self._clock.start()
        else:
            self._clock.stop()

    def _look(self) -> None:
        place = self._place()
        is_at_rest = place is not None and place == self._resting_at
        self._resting_at = place
        if not is_at_rest:
            return
        before = [sight.unseen for sight in self._sights]
        for sight in self.unseen:
            sight.look()
        if before != [sight.unseen for sight in self._sights]:
            self.seen_more.emit()
        self._go_on()

    def _place(self) -> object:
        """Return where the page stands, or nothing while no screen shows it."""
        window = self._area.window()
        handle = window.windowHandle()
        if handle is None or not handle.isExposed() or window.isMinimized():
            return None
        page = self._area.widget()
        if page is None:
            return None
        return page.mapTo(window, QPoint()), page.size(), self._area.viewport().size()


def region_on_screen(widget: QWidget) -> QRegion:
    """Return the part of a widget, in its own coordinates, that nothing in its window hides."""
    if not widget.isVisible():
        return QRegion()
    region = QRegion(widget.rect())
    moved = QPoint()
    inner, outer = widget, _container(widget)
    while outer is not None:
        region.translate(inner.pos())
        moved += inner.pos()
        region = region.intersected(outer.rect())
        for cover in _covers(inner, outer):
            region = region.subtracted(cover)
        inner, outer = outer, _container(outer)
    region.translate(-moved)
    return region


def _container(widget: QWidget) -> QWidget | None:
    return None if widget.isWindow() else widget.parentWidget()


def _covers(inner: QWidget, outer: QWidget) -> list[QRect]:
    """Return where siblings lie on top of a widget."""
    siblings = [child for child in outer.children() if isinstance(child, QWidget)]
    above = siblings[siblings.index(inner) + 1 :]
    return [
        sibling.geometry()
        for sibling in above
        if sibling.isVisible()
        and not sibling.isWindow()
        and not sibling.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ]
