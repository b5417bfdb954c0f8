"""The heads of the markets: name, zone, how many posts, months under way, and holds."""

from collections.abc import Iterator
from datetime import datetime, time
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QToolTip, QWidget

from app.domain.flag import Severity
from app.domain.hold import Hold, Scope
from app.domain.market import Market
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.head_words import count_words, market_lines, zone_words
from ui.cards.other_clock import OtherClock
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons
from ui.widgets.tooltips import tooltip_of

_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
LETTERS = 19
"""The width of the header in average letters."""


class MarketHeader(QHeaderView):
    """Paints one head per market across its lanes; the name stays in sight while scrolling."""

    def __init__(self, model: CalendarModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("market_header")
        self._calendar = model
        self._theme = theme
        self._holds: tuple[Hold, ...] = ()
        self._clock: OtherClock | None = None
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(16)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        model.heads_changed.connect(self.viewport().update)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.viewport().update()

    def set_holds(self, holds: tuple[Hold, ...]) -> None:
        """Show which markets stand still."""
        self._holds = tuple(hold for hold in holds if hold.is_active)
        self.viewport().update()

    def set_clock(self, clock: OtherClock | None) -> None:
        """Say how far the clocks of another zone are ahead of each market's."""
        self._clock = clock
        self.viewport().update()

    def holds_of(self, market: Market) -> tuple[Hold, ...]:
        """Return the active holds that stop a whole market."""
        targets = {
            Scope.EVERYTHING: None,
            Scope.REGION: market.region,
            Scope.MARKET: market.id,
        }
        return tuple(
            hold
            for hold in self._holds
            if hold.scope is Scope.EVERYTHING
            or (hold.scope in targets and hold.target == targets[hold.scope])
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.raised)
        for market, place in self._groups():
            if place.intersects(event.rect()):
                painter.save()
                painter.setClipRect(place)
                self._paint_head(painter, market, place)
                painter.restore()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.logicalIndexAt(event.pos())
            if 0 <= row < len(self._calendar.lanes.rows):
                market = self._calendar.lane(row).market
                QToolTip.showText(
                    event.globalPos(), tooltip_of("\n".join(self._lines(market))), self
                )
                return True
        return super().viewportEvent(event)

    def _lines(self, market: Market) -> list[str]:
        return market_lines(
            market,
            self._calendar.lanes.post_counts.get(market.id, 0),
            self._calendar.days.bands.get(market.id, ()),
            self.holds_of(market),
        )

    def _groups(self) -> Iterator[tuple[Market, QRect]]:
        """Yield each market with the room that its lanes take."""
        lanes = self._calendar.lanes
        if self.count() != len(lanes.rows):
            return
        firsts = [*lanes.first_rows.values(), len(lanes.rows)]
        for first, following in pairwise(firsts):
            top = self.sectionViewportPosition(first)
            last = following - 1
            bottom = self.sectionViewportPosition(last) + self.sectionSize(last)
            room = QRect(0, top, self.viewport().width(), bottom - top)
            yield lanes.rows[first].market, room

    def _paint_head(self, painter: QPainter, market: Market, place: QRect) -> None:
        theme = self._theme
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.border)
        room = place.adjusted(Space.M, Space.S - 2, -Space.S, -Space.XS)
        room.setTop(min(max(room.top(), Space.S), max(room.top(), room.bottom() - self._need())))
        strong, small = font(self.font(), TextRole.STRONG), font(self.font(), TextRole.SMALL)
        room = self._paint_hold(painter, market, room)
        painter.setFont(strong)
        painter.setPen(theme.text)
        painter.drawText(room, _START, self._fitting(painter, market.name, room.width()))
        line = painter.fontMetrics().height()
        painter.setFont(small)
        painter.setPen(theme.muted)
        for words in self._small_lines(market):
            room = room.adjusted(0, line, 0, 0)
            line = painter.fontMetrics().height()
            if room.height() < line:
                break
            painter.drawText(room, _START, self._fitting(painter, words, room.width()))

    def _small_lines(self, market: Market) -> Iterator[str]:
        noon = datetime.combine(self._calendar.period.first, time(12))
        yield zone_words(market.zone, noon)
        if self._clock is not None:
            yield self._clock.difference(market.zone, noon)
        yield count_words(self._calendar.lanes.post_counts.get(market.id, 0))
        for band in self._calendar.days.bands.get(market.id, ()):
            yield band.name

    def _paint_hold(self, painter: QPainter, market: Market, room: QRect) -> QRect:
        if not self.holds_of(market):
            return room
        size = self.fontMetrics().height()
        top = QRect(room.left(), room.top(), room.width(), size)
        place = QStyle.alignedRect(self.layoutDirection(), _END, QSize(size, size), top)
        colour = self._theme.severity(Severity.STOP).stripe
        painter.drawPixmap(place, icons.pixmap("hold", colour, size, self.devicePixelRatioF()))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return room.adjusted(size + Space.XS, 0, 0, 0)
        return room.adjusted(0, 0, -size - Space.XS, 0)

    def _need(self) -> int:
        return 2 * self.fontMetrics().height() + Space.XS

    @staticmethod
    def _fitting(painter: QPainter, words: str, width: int) -> str:
        return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
