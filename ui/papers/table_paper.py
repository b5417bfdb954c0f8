"""Weeks and months on paper: tables of lanes, with their heads on every page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from itertools import groupby

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from app.commands.dates import day_name
from app.domain.flag import Severity
from app.wording import _
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.grid_painter import GridPainter
from ui.calendar.grid_view import Band, View
from ui.calendar.head_words import band_words, count_words, date_words, weekday_words, zone_words
from ui.calendar.lanes import DayHead, Lane
from ui.calendar.month_model import MonthModel
from ui.calendar.month_painter import MonthPainter, name_lines, strip_height
from ui.calendar.month_weeks import Month
from ui.calendar.name_painter import NameRoom
from ui.calendar.period import Period
from ui.cards.card_layout import CardLayout, Density
from ui.papers.chunks import chunked
from ui.papers.contents import PaperContents
from ui.papers.given_cards import GivenCards
from ui.papers.paper_cards import SHARP, painters
from ui.papers.sheet import Sheet
from ui.theme import LIGHT, TextRole, font
from ui.widgets import icons

Page = Callable[[QPainter], None]
HEAD_WIDTH = 150
"""Pixels for the name of a market, or of a week."""
NEVER = date.min
"""On paper no day is today, and none is past: it is read on other days."""


def week_pages(contents: PaperContents, sheet: Sheet) -> list[Page]:
    """Return the pages of markets by days: each week has its own."""
    layout = CardLayout.of(Density.ROOMY, sheet.base, sheet.way, contents.wish.clock)
    source = GivenCards(contents.cards, contents.ghosts)
    pages: list[Page] = []
    first = Period.around(contents.wish.span.first, 1)
    while first.first <= contents.wish.span.last:
        model = CalendarModel(source, first)
        model.show_period(first, contents.wish.markets)
        model.show_days(contents.days)
        room, width = NameRoom(layout), day_width(sheet, model)
        strips = {
            row: room.strip_height(model, row, width) for row in model.lanes.first_rows.values()
        }
        painter = GridPainter(LIGHT, model, *painters(layout))
        pages += Table(sheet, layout, painter, strips).pages()
        first = first.next()
    return pages


def month_pages(contents: PaperContents, sheet: Sheet) -> list[Page]:
    """Return the pages of the months of a market."""
    layout = CardLayout.of(Density.NORMAL, sheet.base, sheet.way, contents.wish.clock)
    source = GivenCards(contents.cards, contents.ghosts)
    pages: list[Page] = []
    for market in contents.wish.markets:
        month = Month.of(contents.wish.span.first, market)
        while month.first <= contents.wish.span.last:
            model = MonthModel(source, month)
            model.show_month(month, (market,))
            model.show_days(contents.days)
            strips = {
                row: strip_height(layout, _names(model, row))
                for row in model.lanes.first_rows.values()
            }
            painter = MonthPainter(LIGHT, model, *painters(layout))
            pages += MonthTable(sheet, layout, painter, strips).pages()
            month = month.stepped(1)
    return pages


def day_width(sheet: Sheet, model: CalendarModel) -> int:
    """Return how wide a day is beside the names of the markets."""
    return (sheet.body.width() - HEAD_WIDTH) // model.columnCount()


@dataclass(frozen=True)
class Table:
    """The lanes of a week on as many pages as they need."""

    sheet: Sheet
    layout: CardLayout
    painter: GridPainter
    strips: dict[int, int]

    @property
    def model(self) -> CalendarModel:
        """What is shown."""
        return self.painter.model

    @property
    def top_height(self) -> int:
        """The height of the heads of the days."""
        return 2 * self.sheet.line + 12

    def pages(self) -> list[Page]:
        """Return its pages."""
        lanes = self.model.lanes.rows
        groups = [
            [self._height(number) for number, _lane in own]
            for _group, own in groupby(enumerate(lanes), key=lambda one: one[1].group)
        ]
        room = self.sheet.body.height() - self.top_height
        return [partial(self._paint, rows) for rows in chunked(groups, room)]

    def _height(self, row: int) -> int:
        return self.layout.lane_height + self.strips.get(row, 0)

    def _heights(self, rows: list[int]) -> list[int]:
        return [self._height(row) for row in rows]

    def _paint(self, rows: list[int], painter: QPainter) -> None:
        body = self.sheet.body
        width = day_width(self.sheet, self.model)
        is_mirrored = self.layout.direction is Qt.LayoutDirection.RightToLeft
        count = self.model.columnCount()
        columns = tuple(
            Band(number, (count - 1 - number if is_mirrored else number) * width, width)
            for number in range(count)
        )
        start = body.left() + (0 if is_mirrored else HEAD_WIDTH)
        painter.save()
        painter.translate(QPoint(start, body.top()))
        self._paint_heads(painter, columns)
        painter.translate(QPoint(0, self.top_height))
        bands, y = [], 0
        for row, height in zip(rows, self._heights(rows), strict=True):
            bands.append(Band(row, y, height))
            y += height
        view = View(
            rows=tuple(bands),
            columns=columns,
            strips=self.strips,
            selected=frozenset(),
            current=None,
            has_focus=False,
            today=NEVER,
        )
        exposed = QRect(0, 0, width * count, y)
        self.painter.paint(painter, exposed, view)
        painter.setPen(LIGHT.border)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(exposed)
        painter.restore()
        heads = QRect(
            body.left() + width * count if is_mirrored else body.left(),
            body.top() + self.top_height,
            HEAD_WIDTH,
            y,
        )
        self._paint_sides(painter, heads, bands)

    def _paint_heads(self, painter: QPainter, columns: tuple[Band, ...]) -> None:
        for band in columns:
            head = self.model.lanes.heads[band.number]
            self._paint_day(painter, QRect(band.start, 0, band.size, self.top_height), head)

    def _paint_day(self, painter: QPainter, place: QRect, head: DayHead) -> None:
        line = self.sheet.line
        painter.fillRect(place, LIGHT.raised)
        painter.fillRect(place.left(), place.top(), 1, place.height(), LIGHT.border)
        room = place.adjusted(8, 4, -8, -4)
        painter.setFont(font(self.sheet.base, TextRole.SMALL))
        painter.setPen(LIGHT.muted)
        upper = QRect(room.left(), room.top(), room.width(), line)
        lower = QRect(room.left(), room.top() + line, room.width(), line + 2)
        painter.drawText(upper, self.sheet.start, weekday_words(head.day))
        if head.post_count:
            painter.drawText(lower, self.sheet.end, count_words(head.post_count))
        painter.setFont(font(self.sheet.base, TextRole.STRONG))
        painter.setPen(LIGHT.text)
        painter.drawText(lower, self.sheet.start, date_words(head.day))
        if head.severity is not None:
            self._paint_sign(painter, upper, head.severity)

    def _paint_sign(self, painter: QPainter, room: QRect, severity: Severity) -> None:
        size = self.sheet.line - 2
        place = self.layout.trailing(room, size)
        name = icons.severity_icon_name(severity)
        painter.drawPixmap(place, icons.pixmap(name, LIGHT.severity(severity).stripe, size, SHARP))

    def _paint_sides(self, painter: QPainter, room: QRect, bands: list[Band]) -> None:
        lanes = self.model.lanes.rows
        for _group, own in groupby(bands, key=lambda band: lanes[band.number].group):
            found = list(own)
            height = sum(band.size for band in found)
            place = QRect(room.left(), room.top() + found[0].start, room.width(), height)
            painter.save()
            painter.setClipRect(place)
            painter.fillRect(place, LIGHT.raised)
            painter.fillRect(place.left(), place.top(), place.width(), 1, LIGHT.border)
            inner = place.adjusted(6, 5, -6, -3)
            for number, words in enumerate(self._side_lines(lanes[found[0].number])):
                role = TextRole.SMALL if number else TextRole.STRONG
                painter.setFont(font(self.sheet.base, role))
                painter.setPen(LIGHT.muted if number else LIGHT.text)
                used = painter.boundingRect(inner, self._wrapped, words)
                painter.drawText(inner, self._wrapped, words)
                inner.setTop(used.bottom() + 2)
            painter.restore()

    def _side_lines(self, lane: Lane) -> Iterator[str]:
        """Yield what the head of a market says; where it goes on from the page before, so."""
        market = lane.market
        yield _("{market} (continued)").format(market=market.name) if lane.number else market.name
        noon = datetime.combine(self.model.period.first, time(12))
        yield zone_words(market.zone, noon)
        yield count_words(self.model.lanes.post_counts.get(market.id, 0))
        for band in self.model.days.bands.get(market.id, ()):
            yield band.name

    @property
    def _wrapped(self) -> int:
        is_mirrored = self.layout.direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class MonthTable(Table):
    """The weeks of a month; those of one page share its height."""

    @property
    def month(self) -> MonthModel:
        """The month that is shown."""
        model = self.painter.model
        if not isinstance(model, MonthModel):
            raise TypeError(type(model))
        return model

    def _heights(self, rows: list[int]) -> list[int]:
        heights = super()._heights(rows)
        lanes = self.model.lanes.rows
        lasts = [number for number, row in enumerate(rows) if lanes[row].is_last]
        spare = self.sheet.body.height() - self.top_height - sum(heights)
        for number in lasts:
            heights[number] += spare // len(lasts)
        return heights

    @property
    def top_height(self) -> int:
        return self.sheet.line * (2 + len(self._bands)) + 10

    @property
    def _bands(self) -> list[str]:
        market = self.month.market
        bands = self.month.days.bands.get(market.id, ()) if market else ()
        name = f"{market.name} · {self.month.month.title}" if market else ""
        return [name, *(band_words(band) for band in bands)]

    def _paint_heads(self, painter: QPainter, columns: tuple[Band, ...]) -> None:
        line = self.sheet.line
        left = min(band.start for band in columns)
        width = sum(band.size for band in columns)
        for number, words in enumerate(self._bands):
            painter.setFont(font(self.sheet.base, TextRole.SMALL if number else TextRole.STRONG))
            painter.setPen(LIGHT.text)
            painter.drawText(QRect(left, number * line, width, line), self.sheet.start, words)
        top = len(self._bands) * line + 2
        painter.setFont(font(self.sheet.base, TextRole.STRONG))
        for band in columns:
            place = QRect(band.start, top, band.size, self.top_height - top)
            painter.fillRect(place, LIGHT.raised)
            words = day_name(self.model.lanes.heads[band.number].day, "weekday")
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)

    def _side_lines(self, lane: Lane) -> Iterator[str]:
        row = self.month.lanes.first_rows[lane.group]
        yield self.month.week_words(row)
        own = self.month.lanes.cards
        yield count_words(sum(self.month.lane(place[0]).group == lane.group for place in own))


def _names(model: MonthModel, row: int) -> int:
    market = model.lane(row).market.id
    return max(len(name_lines(model.observances(market, day))) for day in model.days_of(row))
