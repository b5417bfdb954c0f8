"""The heads of a month: weekdays with what goes on all month, and weeks with their posts."""

from datetime import date

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.commands.dates import day_name, span_name
from app.domain.market import MarketId
from app.domain.observance import Observance
from ui.calendar.day_header import DayHeader
from ui.calendar.head_words import band_words, count_words
from ui.calendar.lanes import DayHead
from ui.calendar.market_header import MarketHeader
from ui.calendar.month_model import MonthModel
from ui.theme import Space, TextRole, Theme, font
from ui.widgets.tooltips import tooltip_of

_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter
LETTERS = 13
"""The width of the head of a week in average letters."""


class WeekdayHeader(DayHeader):
    """Paints one head per weekday, and above them the occasions that last all month."""

    shows_months = False

    def __init__(self, model: MonthModel, theme: Theme, today: date, parent: QWidget) -> None:
        self._month = model
        super().__init__(model, theme, today, parent)
        model.heads_changed.connect(self._make_room)

    @property
    def bands(self) -> tuple[Observance, ...]:
        """The occasions that last for weeks."""
        market = self._month.market
        return self._month.days.bands.get(market.id, ()) if market else ()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        lines = len(self.bands) * (line + 2) + line + Space.S
        return QSize(self.length(), lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(font(self.font(), TextRole.SMALL))
        for number, band in enumerate(self.bands):
            line = self.fontMetrics().height() + 2
            room = QRect(0, number * line, self.viewport().width(), line)
            painter.fillRect(room.adjusted(0, 0, 0, -1), self._theme.accent_tint)
            painter.setPen(self._theme.text)
            inner = room.adjusted(Space.S, 0, -Space.S, 0)
            words = band_words(band)
            fitting = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner, _START, fitting)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = "\n".join(band_words(band) for band in self.bands)
            QToolTip.showText(event.globalPos(), tooltip_of(words), self)
            return True
        return super().viewportEvent(event)

    def _paint_head(self, painter: QPainter, place: QRect, head: DayHead) -> None:
        painter.fillRect(place.left(), place.top(), 1, place.height(), self._theme.border)
        room = place.adjusted(0, len(self.bands) * (self.fontMetrics().height() + 2), 0, 0)
        painter.setFont(font(self.font(), TextRole.STRONG))
        painter.setPen(self._theme.text)
        name = day_name(head.day, "weekday")
        if painter.fontMetrics().horizontalAdvance(name) > room.width() - Space.S:
            name = day_name(head.day, "brief")
        painter.drawText(room, _MIDDLE, name)

    def _on_double_click(self, number: int) -> None:
        """A weekday is no day."""

    def _make_room(self) -> None:
        table = self.parent()
        if isinstance(table, QWidget) and self.height() != self.sizeHint().height():
            self.setFixedHeight(self.sizeHint().height())


class WeekHeader(MarketHeader):
    """Paints one head per week: its number, its days, and how many posts it has."""

    folds = False

    def __init__(self, model: MonthModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(model, theme, parent)
        self._month = model
        model.counts_changed.connect(self.viewport().update)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTERS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.raised)
        lanes = self._month.lanes
        if self.count() != len(lanes.rows):
            return
        for (market, turn), row in lanes.first_rows.items():
            last = row
            while not lanes.rows[last].is_last:
                last += 1
            top = self.sectionViewportPosition(row)
            bottom = self.sectionViewportPosition(last) + self.sectionSize(last)
            place = QRect(0, top, self.viewport().width(), bottom - top)
            if place.intersects(event.rect()):
                self._paint_week(painter, row, place, self._count(market, turn))

    def lines(self, row: int, count: int) -> list[str]:
        """Return what is said of the week of a row."""
        first, last = self._month.day(row, 0), self._month.day(row, 6)
        return [self._month.week_words(row), span_name(first, last), count_words(count)]

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.logicalIndexAt(event.pos())
            if 0 <= row < len(self._month.lanes.rows):
                words = "\n".join(self.lines(row, self._count(*self._month.lane(row).group)))
                QToolTip.showText(event.globalPos(), tooltip_of(words), self)
                return True
        return super().viewportEvent(event)

    def _count(self, market: MarketId, turn: int) -> int:
        lanes = self._month.lanes
        return sum(lanes.rows[row].group == (market, turn) for row, _column in lanes.cards)

    def _paint_week(self, painter: QPainter, row: int, place: QRect, count: int) -> None:
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, self._theme.border)
        room = place.adjusted(Space.M, Space.XS, -Space.S, -Space.XS)
        head, _days, posts = self.lines(row, count)
        for words, role, colour in (
            (head, TextRole.STRONG, self._theme.text),
            (posts if count else "", TextRole.SMALL, self._theme.muted),
        ):
            painter.setFont(font(self.font(), role))
            painter.setPen(colour)
            line = QRect(room.left(), room.top(), room.width(), painter.fontMetrics().height())
            painter.drawText(line, _START, words)
            room.setTop(line.bottom() + 1)
