"""How wide the days of a grid are, as a person makes them by key, menu or wheel."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTableView

from ui.calendar.grid_geometry import GridGeometry
from ui.calendar.zoom import AS_IT_FITS

NOTCH = 120
"""How far a wheel turns from one notch to the next."""


class GridZoom(QObject):
    """Makes days wider and narrower; `zoomed` carries how wide a person wants them from now on.

    `settle` is called once other days are in view.
    """

    zoomed = Signal(int)

    def __init__(
        self, view: QTableView, geometry: GridGeometry, settle: Callable[[], None]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._geometry = geometry
        self._settle = settle
        self._turned = 0

    @property
    def percent(self) -> int:
        """How wide the days are, in percent of what reads best; AS_IT_FITS where nobody said."""
        return self._geometry.zoom

    def set_percent(self, percent: int, at: int | None = None) -> None:
        """Make the days wider or narrower; what is at this place of the viewport stays there.

        Before anybody sees the grid its first day stays at the beginning.
        """
        view, header = self._view, self._view.horizontalHeader()
        bar, width = view.horizontalScrollBar(), view.viewport().width()
        place = width // 2 if at is None else at
        if view.isRightToLeft():
            place = width - place
        share = (header.offset() + place) / max(header.length(), 1)
        self._geometry.zoom = percent
        self._geometry.settle_columns()
        view.updateGeometries()
        if view.isVisible():
            bar.setValue(round(share * header.length()) - place)
        self._settle()

    def step(self, step: int, at: int | None = None) -> None:
        """Make the days a step wider (1) or narrower (-1), from now on."""
        self._go_to(self._geometry.next_zoom(step), at)

    def as_it_fits(self) -> None:
        """Let the days be as wide as it fits, from now on."""
        self._go_to(AS_IT_FITS, None)

    def turn_wheel(self, event: QWheelEvent) -> bool:
        """Make days wider and narrower where the pointer is, with Ctrl; False without it."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        event.accept()
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        for _step in range(abs(steps)):
            self.step(1 if steps > 0 else -1, event.position().toPoint().x())
        return True

    def _go_to(self, percent: int, at: int | None) -> None:
        if percent != self.percent:
            self.set_percent(percent, at)
            self.zoomed.emit(percent)
