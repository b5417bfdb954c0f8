"""Days by hours on paper: a page holds a whole day of as many markets as can be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from app.commands.dates import day_name, zone_name
from app.commands.day_hours import DAY
from app.domain.market import Market, MarketId
from ui.calendar.day_words import shown_names
from ui.cards.card_layout import CardLayout, Density
from ui.hours.hour_lanes import HOURS, minute_of
from ui.hours.hours_model import HoursModel, hour_words
from ui.hours.hours_painter import HoursPainter, HoursState
from ui.hours.measures import BAR, clock_room
from ui.hours.one_day import OneDay
from ui.papers.chunks import chunked
from ui.papers.contents import PaperContents, days_of
from ui.papers.given_cards import GivenCards
from ui.papers.paper_cards import painters
from ui.papers.sheet import Sheet
from ui.papers.table_paper import Page
from ui.theme import LIGHT, TextRole, font

RULER = 64
"""Pixels for the hours."""
NARROWEST = 150
"""Pixels in which a card can be read on paper."""
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""On paper nothing is past: it is read on other days."""


def hour_pages(contents: PaperContents, sheet: Sheet) -> list[Page]:
    """Return the pages of days by hours."""
    layout = CardLayout.of(Density.NORMAL, sheet.base, sheet.way, contents.wish.clock)
    source = GivenCards(contents.cards, contents.ghosts)
    top = 4 * sheet.line + 8
    hour = (sheet.body.height() - top) // HOURS
    minutes = min(-(-layout.lane_height * 60 // hour), DAY)
    pages: list[Page] = []
    for day in days_of(contents.wish.span):
        whole = _model(contents, source, day, contents.wish.markets, minutes)
        for markets in _shared_out(whole, sheet.body.width() - RULER, gutter(layout)):
            model = _model(contents, source, day, markets, minutes)
            pages.append(partial(_DayPage(sheet, layout, model, hour, top).paint))
    return pages


def _model(
    contents: PaperContents,
    source: GivenCards,
    day: date,
    markets: Sequence[Market],
    minutes: int,
) -> HoursModel:
    model = HoursModel(source, day)
    model.set_card_minutes(minutes)
    model.show_period(OneDay(day), markets)
    model.show_days(contents.days)
    model.show_hours(contents.hours.get(day, {}))
    return model


def gutter(layout: CardLayout) -> int:
    """Return the room before a market's posts: for duty, and for the times of another zone."""
    return BAR + 4 + _clock_room(layout)


def _clock_room(layout: CardLayout) -> int:
    return clock_room(layout.small) if layout.clock else 0


def _shared_out(model: HoursModel, room: int, gutter: int) -> Iterator[tuple[Market, ...]]:
    """Yield the markets of each page: their posts stand beside each other and can be read."""
    lanes = model.hour_lanes
    groups = [
        [sum(lane.market.id == market.id for lane in lanes.columns) * NARROWEST + gutter]
        for market in model.markets
    ]
    for page in chunked(groups, room):
        yield tuple(model.markets[number] for number in page)


class _Measures:
    """Where the minutes of one page are."""

    def __init__(self, model: HoursModel, layout: CardLayout, width: int, hour: int) -> None:
        self.hour = hour
        self.clock_room = _clock_room(layout)
        self.gutter = gutter(layout)
        self._model = model
        self._layout = layout
        lanes = model.hour_lanes
        starts = set(lanes.first_columns)
        lane = (width - self.gutter * len(starts)) // max(len(lanes.columns), 1)
        sizes = [lane + (self.gutter if n in starts else 0) for n in range(len(lanes.columns))]
        total = sum(sizes)
        self._columns: list[QRect] = []
        x = 0
        is_mirrored = layout.direction is Qt.LayoutDirection.RightToLeft
        for size in sizes:
            left = total - x - size if is_mirrored else x
            self._columns.append(QRect(left, 0, size, hour * HOURS))
            x += size

    def markets_in(self, exposed: QRect) -> Mapping[MarketId, QRect]:
        """Return all markets of the page with their room."""
        rooms: dict[MarketId, QRect] = {}
        for lane, room in zip(self._model.hour_lanes.columns, self._columns, strict=True):
            known = rooms.get(lane.market.id, room)
            rooms[lane.market.id] = known.united(room)
        return rooms

    def y_of(self, minute: int) -> int:
        """Return where a minute is."""
        return minute * self.hour // 60

    def card_rect(self, index: QModelIndex) -> QRect:
        """Return where the card of a cell is: to the minute of its post."""
        card, ghost = self._model.card(index), self._model.ghost(index)
        local = (card and card.local) or (ghost and ghost.local)
        height = self._layout.lane_height
        top = min(self.y_of(minute_of(local) if local else 0), self.hour * HOURS - height)
        column = self._columns[index.column()]
        room = QRect(column.left(), top, column.width(), height)
        if index.column() in self._model.hour_lanes.first_columns:
            room = self._layout.without_start(room, self.gutter)
        return self._layout.card_rect(room)

    def focus_rect(self, index: QModelIndex) -> QRect:
        """Nothing is chosen on paper: the card itself."""
        return self.card_rect(index)


@dataclass(frozen=True)
class _DayPage:
    sheet: Sheet
    layout: CardLayout
    model: HoursModel
    hour: int
    top: int

    def paint(self, painter: QPainter) -> None:
        """Draw a day of some markets."""
        body, line = self.sheet.body, self.sheet.line
        is_mirrored = self.layout.direction is Qt.LayoutDirection.RightToLeft
        measures = _Measures(self.model, self.layout, body.width() - RULER, self.hour)
        rooms = measures.markets_in(QRect())
        painter.save()
        painter.translate(QPoint(body.left() + (0 if is_mirrored else RULER), body.top()))
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter)
        width = sum(room.width() for room in rooms.values())
        painter.setFont(font(self.sheet.base, TextRole.STRONG))
        painter.setPen(LIGHT.text)
        painter.drawText(QRect(0, 0, width, line), flags, day_name(self.model.only_day, "long"))
        for market in self.model.markets:
            self._paint_head(painter, market, rooms[market.id], flags)
        painter.translate(QPoint(0, self.top))
        hours = HoursPainter(LIGHT, self.model, *painters(self.layout))
        exposed = QRect(0, 0, width, self.hour * HOURS)
        hours.paint(painter, exposed, measures, HoursState(now=LONG_AGO, clock=self.layout.clock))
        painter.setPen(LIGHT.border)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(exposed)
        painter.setFont(font(self.sheet.base, TextRole.SMALL))
        painter.setPen(LIGHT.muted)
        left = width if is_mirrored else -RULER
        for hour in range(HOURS):
            place = QRect(left, hour * self.hour, RULER, line)
            words = hour_words(self.model.only_day, hour)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()

    def _paint_head(self, painter: QPainter, market: Market, room: QRect, flags: int) -> None:
        line, day = self.sheet.line, self.model.only_day
        place = QRect(room.left() + 6, line + 2, room.width() - 12, line)
        observances = self.model.observances(market.id, day)
        severity = self.model.day_severity(market.id, day)
        names = " · ".join(shown_names(observances))
        noon, clock = datetime.combine(day, time(12)), self.layout.clock
        zone, ahead = zone_name(market.zone, noon), ""
        if clock is not None:
            ahead = clock.difference(market.zone, noon)
        for words, role, colour in (
            (market.name, TextRole.STRONG, LIGHT.text),
            (" · ".join(filter(None, (zone, ahead))), TextRole.SMALL, LIGHT.muted),
            (names, TextRole.SMALL, LIGHT.severity(severity).text),
        ):
            painter.setFont(font(self.sheet.base, role))
            painter.setPen(colour)
            fitting = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, flags, fitting)
            place.translate(0, line)
