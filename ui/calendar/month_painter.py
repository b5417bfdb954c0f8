"""The ground of a month: each day's date and names in its cell, weekends, and what fills up."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter

from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.observance import Observance
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.day_words import day_names, name_forms
from ui.calendar.grid_painter import GridPainter
from ui.calendar.grid_view import View
from ui.calendar.head_words import date_words
from ui.calendar.lanes import Lane
from ui.calendar.month_model import MonthModel
from ui.calendar.name_painter import ABSENT, Name
from ui.cards.card_layout import CardLayout
from ui.cards.kept_texts import KeptTexts

MOST_NAMES = 3
"""So many names of a day have a line of their own; more of them stand in the last one."""


def name_lines(observances: Iterable[Observance]) -> list[Name]:
    """Return the names of a day line by line, the gravest first."""
    named = day_names(observances)
    rest = named[MOST_NAMES - 1 :] if len(named) > MOST_NAMES else []
    lines = [[one] for one in named[: len(named) - len(rest)]] + ([rest] if rest else [])
    return [Name(name_forms(line), _shown(line[0].severity)) for line in lines]


def day_lines(model: CalendarModel, market: MarketId, day: date) -> list[Name]:
    """Return the names of a day and when nobody is on duty, line by line."""
    gap = model.duty_gap(market, day)
    lines = name_lines(model.observances(market, day))
    return [*lines, Name((gap,), sign=ABSENT)] if gap else lines


def _shown(severity: Severity) -> Severity | None:
    return severity if severity >= Severity.CAUTION else None


def date_number(day: date) -> str:
    """Return the number of a day; the first of a month names its month."""
    return date_words(day) if day.day == 1 else str(day.day)


def strip_height(layout: CardLayout, names: int) -> int:
    """Return how high date and names of a day are."""
    return layout.strip_height * max(names, 1) + 2


@dataclass(frozen=True)
class MonthPainter(GridPainter):
    """Draws the month of a market."""

    model: MonthModel
    dates: KeptTexts = field(init=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "dates", KeptTexts(self.cards.layout.strong))

    def _ground(self, market: Market, day: date, view: View) -> QColor | None:
        colour = super()._ground(market, day, view)
        is_plain = not view.is_dragging and day != view.today
        return self.theme.window if is_plain and self.model.is_outside(day) else colour

    def _spare(self, lane: Lane, group: QRect, view: View) -> QRect:
        return QRect()  # each cell is a day of its own

    def _begins_a_week(self, day: date) -> bool:
        return False

    def _paint_names(self, painter: QPainter, lane: Lane, group: QRect, view: View) -> None:
        row = self.model.lanes.first_rows[lane.group]
        if row not in view.strips or not self._shows_row(view, row):
            return
        layout = self.cards.layout
        for day, column in self._days_of(lane, view):
            room = QRect(column.start + 1, group.top(), column.size - 1, layout.strip_height)
            taken = self._paint_date(painter, room, day, view)
            first = layout.without_start(room, taken)
            for number, name in enumerate(day_lines(self.model, lane.market.id, day)):
                line = first if number == 0 else room.translated(0, number * layout.strip_height)
                self.names.paint(painter, line, name)

    def _paint_date(self, painter: QPainter, room: QRect, day: date, view: View) -> int:
        """Draw the number of the day at its start; today on the accent. Return its width."""
        theme, layout = self.theme, self.cards.layout
        text = self.dates.line(date_number(day), room.width())
        width = round(text.size().width()) + 12
        place = layout.leading(room, width, layout.strip_height)
        painter.setFont(self.dates.font)
        if day == view.today:
            painter.fillRect(place, theme.accent)
            painter.setPen(theme.on_accent)
        else:
            is_quiet = day < view.today or self.model.is_outside(day)
            painter.setPen(theme.muted if is_quiet else theme.text)
        top = place.top() + (place.height() - text.size().height()) / 2
        painter.drawStaticText(QPoint(place.left() + 6, round(top)), text)
        return width + 2
