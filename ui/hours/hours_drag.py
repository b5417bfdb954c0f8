"""A drag over a day by hours: at which minute of which market the card would begin."""

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from ui.calendar.drop_sight import DropSight
from ui.calendar.grid_drag import GridDrag
from ui.cards.dragging import Drop, carried_in, seen_in
from ui.hours.hours_geometry import HoursGeometry
from ui.hours.hours_model import HoursModel
from ui.hours.hours_sight import HoursSight
from ui.theme import Theme


class HoursDrag(GridDrag):
    """Shows what a drop to the minute would mean; a card is held `grab` pixels below its top."""

    def __init__(
        self,
        view: QAbstractItemView,
        model: HoursModel,
        measures: HoursGeometry,
        days: DropSight,
        theme: Theme,
        *,
        hours: HoursSight,
    ) -> None:
        super().__init__(view, model, measures, days, theme)
        self._hours = model
        self._measures = measures
        self.hour_sight = hours
        self.grab = 0

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.hour_sight.set_theme(theme)

    def begin(self, data: QMimeData) -> bool:
        self.hour_sight.begin(carried_in(data))
        return super().begin(data)

    def aim_again(self) -> None:
        """Say what a drop means where the drag is, after another day has come below it."""
        self.hour_sight.look_away()
        super().aim_again()

    def end(self) -> None:
        super().end()
        self.hour_sight.end()

    def asked_by(self, event: QDropEvent) -> Drop | None:
        """Return the move to market and minute that letting go here asks for, if it does."""
        place = event.position().toPoint()
        carried = carried_in(event.mimeData())
        post_ids = tuple(one.post for one in carried)
        market = self._measures.market_at(place)
        if not post_ids or market is None:
            return None
        at = self._measures.clock_at(place.y() - self.grab)
        is_copy = event.proposedAction() is Qt.DropAction.CopyAction
        seen = seen_in(carried)
        return Drop(post_ids, market.id, self._hours.only_day, is_copy, clock=at, seen=seen)

    def _aim(self, position: QPoint, *, is_copy: bool) -> bool:
        """Point at the minute at which the card would begin; False where no market is."""
        market = self._measures.market_at(position)
        if not self.hour_sight.is_active or market is None:
            self.hour_sight.look_away()
            return False
        at = self._measures.clock_at(position.y() - self.grab)
        line = QRect(self._measures.market_rect(market.id))
        line.setTop(self._measures.y_of(at.hour * 60 + at.minute))
        line.setHeight(self._measures.layout.lane_height)
        self.hour_sight.aim(market, at, line, is_copy=is_copy)
        return True
