"""The heads of a day by hours: markets with what the day means there, and the hours."""

from collections.abc import Iterator
from datetime import date, datetime, time

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QToolTip, QWidget

from app.commands.dates import is_weekend, zone_name
from app.domain.flag import Severity
from app.domain.market import Market
from ui.calendar.day_header import DayHeader
from ui.calendar.day_words import day_names, name_forms, observance_lines
from ui.calendar.head_words import count_words, market_lines
from ui.calendar.market_header import MarketHeader
from ui.hours.hour_lanes import HOURS
from ui.hours.hours_model import HoursModel, hour_words
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons
from ui.widgets.tooltips import tooltip_of

_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter
LETTERS = 8
"""The width of the ruler in average letters."""


class MarketHeads(DayHeader):
    """Paints one head per market: name, clock, how many posts, and what the day is there."""

    shows_months = False

    def __init__(self, model: HoursModel, theme: Theme, today: date, parent: QWidget) -> None:
        self._hours = model
        super().__init__(model, theme, today, parent)
        self.setObjectName("hours_markets")
        model.counts_changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(self.length(), 3 * line + Space.S + Space.XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.raised)
        for market, place in self._markets():
            if place.intersects(event.rect()):
                painter.save()
                painter.setClipRect(place)
                self._paint_market(painter, market, place)
                painter.restore()
        bottom = self.viewport().height() - 1
        painter.fillRect(event.rect().left(), bottom, event.rect().width(), 1, self._theme.border)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for market, place in self._markets():
                if place.contains(event.pos()):
                    words = "\n".join(self.lines(market))
                    QToolTip.showText(event.globalPos(), tooltip_of(words), self)
                    return True
        return super(DayHeader, self).viewportEvent(event)

    def lines(self, market: Market) -> list[str]:
        """Return all that is known of a market on this day."""
        day = self._hours.only_day
        bands = self._hours.days.bands.get(market.id, ())
        count = self._hours.hour_lanes.post_counts.get(market.id, 0)
        meaning = observance_lines(self._hours.observances(market.id, day))
        return [*market_lines(market, count, bands, ()), *meaning]

    def _on_double_click(self, number: int) -> None:
        """Ask what the day means."""
        if number >= 0:
            self.day_asked.emit(self._hours.only_day)

    def _markets(self) -> Iterator[tuple[Market, QRect]]:
        lanes = self._hours.hour_lanes
        if not lanes.columns or self.count() != len(lanes.columns):
            return
        for first, last in zip(
            lanes.first_columns, [*lanes.first_columns[1:], len(lanes.columns)], strict=True
        ):
            left = min(self.sectionViewportPosition(column) for column in range(first, last))
            width = sum(self.sectionSize(column) for column in range(first, last))
            yield lanes.columns[first].market, QRect(left, 0, width, self.viewport().height())

    def _paint_market(self, painter: QPainter, market: Market, place: QRect) -> None:
        theme, day = self._theme, self._hours.only_day
        if is_weekend(day, market.country):
            painter.fillRect(place, theme.weekend)
        start = QStyle.visualRect(
            self.layoutDirection(), place, QRect(place.left(), place.top(), 1, place.height())
        )
        painter.fillRect(start, theme.border)
        line = self.fontMetrics().height()
        room = place.adjusted(Space.S, Space.XS, -Space.S, 0)
        noon = datetime.combine(day, time(12))
        count = self._hours.hour_lanes.post_counts.get(market.id, 0)
        small = font(self.font(), TextRole.SMALL)
        painter.setFont(font(self.font(), TextRole.STRONG))
        painter.setPen(theme.text)
        self._write(painter, market.name, QRect(room.left(), room.top(), room.width(), line))
        painter.setFont(small)
        painter.setPen(theme.muted)
        below = QRect(room.left(), room.top() + line, room.width(), line)
        words = f"{count_words(count)} · {zone_name(market.zone, noon)}"
        self._write(painter, words, below)
        self._paint_name(
            painter,
            market,
            QRect(place.left() + 1, below.bottom() + 1, place.width() - 1, line + 2),
        )

    def _paint_name(self, painter: QPainter, market: Market, room: QRect) -> None:
        named = day_names(self._hours.observances(market.id, self._hours.only_day))
        if not named:
            return
        gravest = max(one.severity for one in named)
        inner = room.adjusted(Space.S - 1, 0, -Space.S, 0)
        painter.setPen(self._theme.muted)
        if gravest >= Severity.CAUTION:
            style = self._theme.severity(gravest)
            painter.fillRect(room, style.background)
            size = self.fontMetrics().ascent()
            sign = QStyle.alignedRect(self.layoutDirection(), _START, QSize(size, size), inner)
            name = icons.severity_icon_name(gravest)
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(
                sign, icons.pixmap(name, style.stripe, size, ratio, style.background)
            )
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            step = size + Space.XS
            inner = inner.adjusted(0, 0, -step, 0) if is_mirrored else inner.adjusted(step, 0, 0, 0)
            painter.setPen(style.text)
        forms, width_of = name_forms(named), painter.fontMetrics().horizontalAdvance
        fits = (form for form in forms if width_of(form) <= inner.width())
        self._write(painter, next(fits, forms[-1]), inner)

    @staticmethod
    def _write(painter: QPainter, words: str, room: QRect) -> None:
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _START, fitting)


class HourRuler(MarketHeader):
    """Paints the hours; they are those of each market."""

    def __init__(self, model: HoursModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(model, theme, parent)
        self.setObjectName("hour_ruler")
        self._hours = model
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTERS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.raised)
        painter.setFont(font(self.font(), TextRole.SMALL))
        painter.setPen(self._theme.muted)
        line = painter.fontMetrics().height()
        for row in range(min(self.count(), HOURS)):
            top = self.sectionViewportPosition(row)
            place = QRect(0, top + 1, self.viewport().width(), line)
            if place.intersects(event.rect()):
                painter.drawText(place, _MIDDLE, hour_words(self._hours.only_day, row))
                painter.fillRect(0, top, self.viewport().width(), 1, self._theme.border)

    def viewportEvent(self, event: QEvent) -> bool:
        return super(MarketHeader, self).viewportEvent(event)
