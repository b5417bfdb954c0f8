"""The table of a month: weeks below each other, the days of each beside each other."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.wording import _
from ui.calendar.day_header import DayHeader
from ui.calendar.drop_sight import HoverFlags, now_utc
from ui.calendar.grid_geometry import GridGeometry
from ui.calendar.grid_painter import GridPainter
from ui.calendar.lanes_view import LanesView
from ui.calendar.market_header import MarketHeader
from ui.calendar.month_headers import WeekdayHeader, WeekHeader
from ui.calendar.month_model import MonthModel
from ui.calendar.month_painter import MonthPainter, day_lines, strip_height
from ui.cards.card_layout import Density
from ui.cards.card_painter import CardPainter
from ui.cards.ghost_painter import GhostPainter
from ui.theme import Theme


class MonthGeometry(GridGeometry):
    """Gives every week its dates, and shares what is left of the height among the weeks."""

    def __init__(self, view: "MonthView", model: MonthModel, painter: GridPainter) -> None:
        super().__init__(view, model, painter.cards.layout)
        self._month = model

    def new_strips(self) -> dict[int, int]:
        return {
            row: strip_height(self.layout, self._names(row))
            for row in self._month.lanes.first_rows.values()
        }

    def settle_rows(self) -> None:
        """Give lanes their height; where all weeks fit, they share the room that is left."""
        super().settle_rows()
        weeks = len(self.strips)
        header = self._view.verticalHeader()
        spare = self._view.viewport().height() - header.length()
        if not weeks or spare <= 0:
            return
        lanes = self._month.lanes.rows
        lasts = [row for row in range(header.count()) if lanes[row].is_last]
        for number, row in enumerate(lasts):
            share = spare * (number + 1) // weeks - spare * number // weeks
            header.resizeSection(row, header.sectionSize(row) + share)

    def _names(self, row: int) -> int:
        market = self._month.lane(row).market.id
        days = self._month.days_of(row)
        return max(len(day_lines(self._month, market, day)) for day in days)


class MonthView(LanesView):
    """Shows the cards of one market's month; changes nothing itself."""

    hides_empty_lanes = False

    def __init__(
        self,
        model: MonthModel,
        theme: Theme,
        hover_flags: HoverFlags,
        *,
        density: Density = Density.NORMAL,
        today: date,
        now: Callable[[], datetime] = now_utc,
        parent: QWidget | None = None,
    ) -> None:
        self._month = model
        super().__init__(
            model, theme, hover_flags, density=density, today=today, now=now, parent=parent
        )
        self.setObjectName("month")
        self.setAccessibleName(_("Month"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._geometry.settle_rows()
        super().resizeEvent(event)

    def _new_day_header(self) -> DayHeader:
        return WeekdayHeader(self._month, self._theme, self._today, self)

    def _new_market_header(self) -> MarketHeader:
        return WeekHeader(self._month, self._theme, self)

    def _new_geometry(self) -> GridGeometry:
        return MonthGeometry(self, self._month, self._painter)

    def _painter_of(self, cards: CardPainter, ghosts: GhostPainter) -> GridPainter:
        return MonthPainter(self._theme, self._month, cards, ghosts)
