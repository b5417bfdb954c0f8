"""A drag over a grid: where it is, which cell it aims at, and when the next days come to it."""

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView

from ui.calendar.calendar_model import CalendarModel
from ui.calendar.drop_sight import DropSight
from ui.calendar.grid_geometry import GridGeometry
from ui.cards.drag_paging import EdgePager
from ui.cards.dragging import carried_in
from ui.cards.edge_scroll import EdgeScroll
from ui.theme import Theme

FADES_MS = 60
"""How long the tint of days stays after a drag: what was let go is painted first where it goes."""


class GridDrag:
    """Shows what a drop would mean where the drag is; `pager` asks for other days at the edges."""

    def __init__(
        self,
        view: QAbstractItemView,
        model: CalendarModel,
        geometry: GridGeometry,
        sight: DropSight,
        theme: Theme,
    ) -> None:
        self._view = view
        self._calendar = model
        self._geometry = geometry
        self._at = QPoint()
        self._is_copy = False
        self.sight = sight
        self.pager = EdgePager(view, theme)
        self._edges = EdgeScroll(view)
        self._edges.scrolled.connect(self.aim_again)
        self._fading = QTimer(view, singleShot=True, interval=FADES_MS)
        self._fading.timeout.connect(self._paint_tint)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.sight.set_theme(theme)
        self.pager.set_theme(theme)

    def begin(self, data: QMimeData) -> bool:
        """Show what every day means to what is dragged; False where that is no post."""
        self._fading.stop()
        self.sight.begin(carried_in(data))
        self._paint_tint()
        return self.sight.is_active

    def follow(self, position: QPoint, *, is_copy: bool) -> bool:
        """Aim at the cell below; False where nothing can be let go."""
        self._at, self._is_copy = position, is_copy
        self.pager.follow(position)
        self._edges.follow(position)
        return self._aim(position, is_copy=is_copy)

    def aim_again(self) -> None:
        """Say what a drop means where the drag is, after another cell has come below it."""
        self.sight.look_away()
        self._aim(self._at, is_copy=self._is_copy)

    def end(self) -> None:
        """Show the grid as it is without a drag."""
        self.pager.stop()
        self._edges.stop()
        self.sight.end()
        self._fading.start()

    def _paint_tint(self) -> None:
        """Paint the days anew that have a tint during a drag, and none without one."""
        self._view.viewport().update(self._geometry.tinted_region())

    def _aim(self, position: QPoint, *, is_copy: bool) -> bool:
        index = self._view.indexAt(position)
        takes = bool(index.flags() & Qt.ItemFlag.ItemIsDropEnabled)
        if not self.sight.is_active or not takes:
            self.sight.look_away()
            return False
        place = self._calendar.place(index)
        self.sight.aim(*place, self._geometry.cell_rect(*place), is_copy=is_copy)
        return True
