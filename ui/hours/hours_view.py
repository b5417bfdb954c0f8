"""The table of a day by hours: looking, choosing, and dragging to the minute."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import (
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from app.domain.market import Market
from app.wording import _
from ui.calendar.day_header import DayHeader
from ui.calendar.drop_sight import DropSight, now_utc
from ui.calendar.grid_drag import GridDrag
from ui.calendar.grid_geometry import GridGeometry
from ui.calendar.grid_painter import GridPainter
from ui.calendar.grid_zoom import GridZoom
from ui.calendar.lanes_view import LanesView
from ui.calendar.market_header import MarketHeader
from ui.cards.card_layout import Density
from ui.cards.card_painter import CardPainter
from ui.cards.ghost_painter import GhostPainter
from ui.cards.other_clock import OtherClock
from ui.hours.hour_words import lines_at
from ui.hours.hours_drag import HoursDrag
from ui.hours.hours_geometry import HoursGeometry
from ui.hours.hours_headers import HourRuler, MarketHeads
from ui.hours.hours_model import HoursModel
from ui.hours.hours_painter import HoursPainter, HoursState
from ui.hours.hours_sight import ClockFlags, HoursSight
from ui.hours.hours_zoom import HoursZoom
from ui.hours.measures import clock_room
from ui.theme import Theme
from ui.widgets.tooltips import tooltip_of

Index = QModelIndex | QPersistentModelIndex


class HoursView(LanesView):
    """Shows the cards of one day at their minutes; changes nothing itself.

    `new_post_requested` carries the market, and day and time.
    """

    hides_empty_lanes = False

    def __init__(
        self,
        model: HoursModel,
        theme: Theme,
        flags: ClockFlags,
        *,
        density: Density = Density.NORMAL,
        today: date,
        now: Callable[[], datetime] = now_utc,
        parent: QWidget | None = None,
    ) -> None:
        self._hours = model
        self._now = now
        self._flags = flags
        super().__init__(
            model, theme, lambda *_place: (), density=density, today=today, now=now, parent=parent
        )
        self.setObjectName("hours")
        model.counts_changed.connect(self.viewport().update)  # cards reach beyond their cells
        self.setAccessibleName(_("Day by hours"))

    # --- looks --------------------------------------------------------------------------------

    @property
    def aim(self) -> HoursSight:
        """What a drag over the hours shows."""
        return self._hours_drag.hour_sight

    @property
    def measures(self) -> HoursGeometry:
        """Where minutes and posts are on the viewport."""
        return self._measures

    def set_clock(self, clock: OtherClock | None) -> None:
        """Show the times of another zone beside those of each market, or none."""
        self._measures.clock_room = clock_room(self.font()) if clock else 0
        super().set_clock(clock)

    def show_usual_hours(self) -> None:
        """Scroll to the first post, or to the morning."""
        first = min((row for row, _column in self._hours.hour_lanes.cards), default=8)
        self.verticalScrollBar().setValue(max(first - 1, 0) * self._measures.hour)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = self.currentIndex()
        selected = self.selectionModel().selectedIndexes()
        state = HoursState(
            now=self._now(),
            selected=frozenset((index.row(), index.column()) for index in selected),
            current=(current.row(), current.column()) if current.isValid() else None,
            has_focus=self.hasFocus(),
            aimed=self.aim.aimed,
            clock=self._clock,
        )
        painter = QPainter(self.viewport())
        self._hours_painter.paint(painter, event.rect(), self._measures, state)

    # --- where things are ---------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        """Return where a post is to the minute; for an empty cell, its hour."""
        if index.isValid() and self._hours.post_at(index) is not None:
            return self._measures.card_rect(self._hours.index(index.row(), index.column()))
        return super().visualRect(index)

    def indexAt(self, place: QPoint) -> QModelIndex:
        """Return the post at a place, else its hour where no post has it."""
        column = self.columnAt(place.x())
        lanes = self._hours.hour_lanes
        for spot in (*lanes.cards, *lanes.ghosts):
            if spot[1] == column:
                index = self._hours.index(*spot)
                if self._measures.card_rect(index).contains(place):
                    return index
        found = super().indexAt(place)
        if found.isValid() and self._hours.post_at(found) is not None:
            return QModelIndex()
        return found

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll until all of a post is in sight, also where it reaches into the next hour."""
        super().scrollTo(index, hint)
        if index.isValid():
            below = self.visualRect(index).bottom() - self.viewport().rect().bottom()
            if below > 0:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + below + 2)

    def viewportEvent(self, event: QEvent) -> bool:
        """Beside the posts say what the hours are like."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            market = self._measures.market_at(event.pos())
            if market is not None and (not index.isValid() or self._hours.post_at(index) is None):
                at = self._measures.clock_at(event.pos().y())
                there = datetime.combine(self._hours.only_day, at)
                hours = self._hours.hours_of(market.id)
                observances = self._hours.observances(market.id, there.date())
                words = "\n".join(lines_at(there, market, hours, observances))
                QToolTip.showText(event.globalPos(), tooltip_of(words), self)
                return True
            return QAbstractItemView.viewportEvent(self, event)
        return super().viewportEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index, market = self.indexAt(place), self._measures.market_at(place)
        is_free = not index.isValid() or self._hours.post_at(index) is None
        if event.button() is Qt.MouseButton.LeftButton and is_free and market is not None:
            self._ask_for_post(market, self._measures.clock_at(place.y()))
        else:
            super().mouseDoubleClickEvent(event)

    # --- dragging -----------------------------------------------------------------------------

    def startDrag(self, supported: Qt.DropAction) -> None:
        pressed = self.indexAt(self._pressed_at)
        if pressed.isValid():
            self._hours_drag.grab = self._pressed_at.y() - self._measures.card_rect(pressed).top()
        try:
            super().startDrag(supported)
        finally:
            self._hours_drag.grab = 0

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move to market and minute."""
        drop = self._hours_drag.asked_by(event)
        if drop is not None:
            event.acceptProposedAction()
            self._hours.dropped.emit(drop)
        self.setState(QAbstractItemView.State.NoState)
        self.drag.end()

    # --- inside -------------------------------------------------------------------------------

    def _ask_for_post(self, market: Market, at: time) -> None:
        self.new_post_requested.emit(market.id, datetime.combine(self._hours.only_day, at))

    def _open_current(self) -> None:
        index = self.currentIndex()
        if index.isValid() and self.choice.current_post() is None:
            self._ask_for_post(self._hours.market_at(index), time(index.row()))
        else:
            super()._open_current()

    def _new_day_header(self) -> DayHeader:
        return MarketHeads(self._hours, self._theme, self._today, self)

    def _new_market_header(self) -> MarketHeader:
        return HourRuler(self._hours, self._theme, self)

    def _new_geometry(self) -> GridGeometry:
        self._measures = HoursGeometry(self, self._hours, self._painter.cards.layout)
        return self._measures

    def _new_drag(self, sight: DropSight) -> GridDrag:
        hours = HoursSight(self._hours, self._theme, self._flags, self.viewport(), self._now)
        self._hours_drag = HoursDrag(
            self, self._hours, self._measures, sight, self._theme, hours=hours
        )
        return self._hours_drag

    def _new_zoom(self) -> GridZoom:
        return HoursZoom(self, self._measures)

    def _painter_of(self, cards: CardPainter, ghosts: GhostPainter) -> GridPainter:
        self._hours_painter = HoursPainter(self._theme, self._hours, cards, ghosts)
        return super()._painter_of(cards, ghosts)
