"""The day of some markets as Qt's model: a row per hour, and columns for each market."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QObject, Qt

from app.commands.dates import clock, day_name
from app.commands.day_hours import DayHours
from app.domain.market import Market, MarketId
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.card_source import CardSource
from ui.calendar.day_words import shown_names
from ui.calendar.lanes import Lanes
from ui.calendar.lanes_model import NOWHERE, Index
from ui.calendar.stacks import Stacks
from ui.hours.hour_lanes import HOURS, HourLanes
from ui.hours.hour_words import hour_lines
from ui.hours.one_day import OneDay

NO_HOURS = DayHours()


class HoursModel(CalendarModel):
    """A thin adapter over the cards of one day; it changes nothing itself."""

    def __init__(self, source: CardSource, day: date, parent: QObject | None = None) -> None:
        self._card_minutes = 60
        self._hours: Mapping[MarketId, DayHours] = {}
        self._arranged_hours = HourLanes.of_day((), day, (), (), self._card_minutes)
        super().__init__(source, OneDay(day), parent)
        self._lanes = self._laid_out({})

    @property
    def hour_lanes(self) -> HourLanes:
        """The present arrangement."""
        lanes = self._lanes
        return lanes if isinstance(lanes, HourLanes) else self._arranged_hours

    @property
    def only_day(self) -> date:
        """The day that is shown."""
        return self.period.first

    def hours_of(self, market: MarketId) -> DayHours:
        """Return what the hours are like in a market, as far as it is known yet."""
        return self._hours.get(market, NO_HOURS)

    def show_hours(self, hours: Mapping[MarketId, DayHours]) -> None:
        """Show what the hours are like, once it is known."""
        self._hours = hours
        self.heads_changed.emit()

    def set_card_minutes(self, minutes: int) -> None:
        """Take how many minutes a card is high: posts closer than that stand beside each other."""
        if minutes != self._card_minutes:
            self._card_minutes = minutes
            self._show(self._arranged())

    def market_at(self, index: Index) -> Market:
        """Return the market of a cell."""
        return self.hour_lanes.columns[index.column()].market

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return HOURS if not parent.isValid() and self.hour_lanes.columns else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.hour_lanes.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.hour_lanes.columns[section].market.name
        return hour_words(self.only_day, section)

    def _laid_out(self, stacks: Stacks) -> Lanes:
        """Arrange posts by hour: those that would lie on one another stand beside each other."""
        cards = [card for stack in stacks.values() for card in stack.cards]
        ghosts = [ghost for stack in stacks.values() for ghost in stack.ghosts]
        return HourLanes.of_day(self.markets, self.only_day, cards, ghosts, self._card_minutes)

    def _data_of_empty(self, index: Index, role: int) -> str | None:
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        market = self.market_at(index)
        named = shown_names(self.observances(market.id, self.only_day))
        there = datetime.combine(self.only_day, time(index.row()))
        like = hour_lines(there, market, self.hours_of(market.id))
        day = day_name(self.only_day, "long")
        return ", ".join([market.name, day, clock(there), *named, *like])


def hour_words(day: date, hour: int) -> str:
    """Return the beginning of an hour, such as `14:00`."""
    return clock(datetime.combine(day, time(hour)))
