"""How high hours and how wide columns are, and where a minute is on the screen."""

from collections.abc import Mapping
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtGui import QRegion

from app.commands.day_hours import DAY
from app.domain.market import Market, MarketId
from ui.calendar.grid_geometry import GridGeometry
from ui.cards.card_layout import CardLayout
from ui.hours.hour_lanes import HOURS, minute_of
from ui.hours.hours_model import HoursModel
from ui.hours.measures import BAR

if TYPE_CHECKING:
    from ui.hours.hours_view import HoursView

STEPS = (28, 36, 48, 64, 88, 120, 180, 300)
"""Pixels of an hour, from a whole day at a glance to a quiet minute that can be aimed at."""
USUAL = 64
SNAP = 5
"""A drag changes the time by so many minutes."""


class HoursGeometry(GridGeometry):
    """Sets hours and columns of the table, and measures it to the minute."""

    def __init__(self, view: "HoursView", model: HoursModel, layout: CardLayout) -> None:
        super().__init__(view, model, layout)
        self._hours = model
        self.hour = USUAL
        self.clock_room = 0
        """The width of the other times at the start of each market; nothing without them."""

    @property
    def gutter(self) -> int:
        """What stands before the posts of a market: the bar of duty, and other times."""
        return BAR + 4 + self.clock_room

    def new_strips(self) -> dict[int, int]:
        return {}

    def settle_rows(self) -> None:
        """Give every hour the same height, and tell the model how many minutes a card covers."""
        header = self._view.verticalHeader()
        header.setDefaultSectionSize(self.hour)
        for row in range(header.count()):
            if header.sectionSize(row) != self.hour:
                header.resizeSection(row, self.hour)
        self._view.verticalScrollBar().setSingleStep(self.hour // 2)
        self._hours.set_card_minutes(min(-(-self._card * 60 // self.hour), DAY))

    def settle_columns(self) -> None:
        """Share the width among the posts that stand beside each other."""
        header = self._view.horizontalHeader()
        lanes = self._hours.hour_lanes
        if not lanes.columns or header.count() != len(lanes.columns):
            return
        room = self._view.viewport().width() - self.gutter * len(lanes.first_columns)
        least = self.layout.column_width * 3 // 4
        width = max(room // len(lanes.columns), least)
        spare = max(room - width * len(lanes.columns), 0)
        starts = set(lanes.first_columns)
        for column in range(header.count()):
            extra = 1 if column < spare else 0
            size = width + extra + (self.gutter if column in starts else 0)
            if header.sectionSize(column) != size:
                header.resizeSection(column, size)

    def next_hour(self, step: int) -> int:
        """Return the height of an hour that is a step larger (1) or smaller (-1)."""
        further = [one for one in STEPS if (one > self.hour if step > 0 else one < self.hour)]
        if not further:
            return self.hour
        return min(further) if step > 0 else max(further)

    def tinted_region(self) -> QRegion:
        """Return all of it: posts and hours have tints of their own."""
        return QRegion(self._view.viewport().rect())

    def market_at(self, place: QPoint) -> Market | None:
        """Return the market at a place of the viewport, if there is one."""
        column = self._view.columnAt(place.x())
        return self._hours.hour_lanes.columns[column].market if column >= 0 else None

    def market_rect(self, market: MarketId) -> QRect:
        """Return the room of a market on the viewport, from midnight to midnight."""
        lanes, header = self._hours.hour_lanes, self._view.horizontalHeader()
        own = [n for n, lane in enumerate(lanes.columns) if lane.market.id == market]
        if not own or header.count() != len(lanes.columns):
            return QRect()
        left = min(header.sectionViewportPosition(column) for column in own)
        width = sum(header.sectionSize(column) for column in own)
        return QRect(left, self.y_of(0), width, self.hour * HOURS)

    def markets_in(self, exposed: QRect) -> Mapping[MarketId, QRect]:
        """Return the markets that a part of the viewport shows, with their room."""
        lanes = self._hours.hour_lanes
        ids = [lanes.columns[column].market.id for column in lanes.first_columns]
        rooms = {market: self.market_rect(market) for market in ids}
        return {market: room for market, room in rooms.items() if room.intersects(exposed)}

    def y_of(self, minute: int) -> int:
        """Return where a minute is on the viewport."""
        return minute * self.hour // 60 - self._view.verticalHeader().offset()

    def clock_at(self, y: int) -> time:
        """Return the time at a height of the viewport, in steps."""
        minute = (y + self._view.verticalHeader().offset()) * 60 / self.hour
        snapped = min(max(round(minute / SNAP) * SNAP, 0), DAY - SNAP)
        return time(snapped // 60, snapped % 60)

    def cell_rect(self, market: MarketId, day: date) -> QRect:
        """Return the room of a market."""
        return self.market_rect(market) if day == self._hours.only_day else QRect()

    def card_rect(self, index: QModelIndex) -> QRect:
        """Return where the card of a cell is: to the minute of its post."""
        card, ghost = self._hours.card(index), self._hours.ghost(index)
        local = (card and card.local) or (ghost and ghost.local)
        minute = minute_of(local) if local else index.row() * 60
        return self.rect_at(index.column(), minute)

    def rect_at(self, column: int, minute: int) -> QRect:
        """Return where a card of a column would be at a minute; it never leaves the day."""
        header = self._view.horizontalHeader()
        left, width = header.sectionViewportPosition(column), header.sectionSize(column)
        top = min(self.y_of(minute), self.y_of(DAY) - self._card)
        room = QRect(left, top, width, self._card)
        if column in self._hours.hour_lanes.first_columns:
            room = self.layout.without_start(room, self.gutter)
        return self.layout.card_rect(room)

    def focus_rect(self, index: QModelIndex) -> QRect:
        """Return what the focus surrounds: a card, or a free hour of a market."""
        if self._hours.post_at(index) is not None:
            return self.card_rect(index)
        room = self.rect_at(index.column(), 0)
        top = self.y_of(index.row() * 60)
        return QRect(room.left(), top + 2, room.width(), self.hour - 4)

    @property
    def _card(self) -> int:
        return self.layout.lane_height
