"""The heads of the markets: name, zone, how many posts, months under way, and holds."""

from collections.abc import Iterator
from datetime import datetime, time
from itertools import groupby

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QToolTip, QWidget

from app.domain.flag import Severity
from app.domain.hold import Hold, Scope
from app.domain.market import Market
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.fold_words import region_count, region_lines, region_severity, row_name
from ui.calendar.head_words import count_words, market_lines, zone_words
from ui.calendar.lanes import Lane, Lanes
from ui.cards.card_layout import TARGET
from ui.cards.other_clock import OtherClock
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons
from ui.widgets.tooltips import tooltip_of

_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
_START_CENTRE = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_END_CENTRE = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
LETTERS = 19
"""The width of the header in average letters."""


class MarketHeader(QHeaderView):
    """Paints one head per market across its lanes; the name stays in sight while scrolling.

    `folding_asked` carries the Folding that a person asks for by a click.
    """

    folding_asked = Signal(object)
    folds = True
    """Whether single markets can be folded here."""

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
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # it moves as it is
        self._scrolled = 0
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self._said = model.lanes
        model.heads_changed.connect(self._say_anew)
        model.counts_changed.connect(self._say_what_changed)

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

    def keep_names_in_sight(self) -> None:
        """Paint anew the heads that stay while their lanes move; Qt moves all others itself."""
        moved_down = max(self._scrolled - self.offset(), 0)
        self._scrolled = self.offset()
        edge = QRect(0, 0, 1, moved_down + Space.S)
        for _lane, place in self._groups(edge):
            self.viewport().update(place)

    def sizeHint(self) -> QSize:
        """Return the width that was set: Qt would ask a hundred rows how wide they want to be."""
        return QSize(self.minimumWidth(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for exposed in event.region():  # type: ignore[attr-defined] # its stubs do not know it
            painter.fillRect(exposed, self._theme.raised)
            for lane, place in self._groups(exposed):
                painter.setClipRect(place & exposed)
                if lane.region is not None or lane.is_folded:
                    self._paint_one_line(painter, lane, place)
                else:
                    self._paint_head(painter, lane.market, place)
            painter.setClipping(False)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.logicalIndexAt(event.pos())
            if 0 <= row < len(self._calendar.lanes.rows):
                lane = self._calendar.lane(row)
                words = "\n".join(self._lines(lane))
                QToolTip.showText(event.globalPos(), tooltip_of(words), self)
                return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or open a region by a click on its head, a market by a click on its arrow."""
        place = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton:
            for lane, room in self._groups(QRect(place, place)):
                if room.contains(place):
                    self._ask_for_folding(lane, room, place)
        super().mousePressEvent(event)

    def _ask_for_folding(self, lane: Lane, room: QRect, place: QPoint) -> None:
        folding = self._calendar.folding
        if lane.region is not None:
            self.folding_asked.emit(folding.turned(region=lane.region.name))
        elif self.folds and self._arrow_target(room).contains(place):
            self.folding_asked.emit(folding.turned(market=lane.market.id))

    def _lines(self, lane: Lane) -> list[str]:
        lanes = self._calendar.lanes
        if lane.region is not None:
            return region_lines(lane.region, lanes)
        market = lane.market
        return market_lines(
            market,
            lanes.post_counts.get(market.id, 0),
            self._calendar.days.bands.get(market.id, ()),
            self.holds_of(market),
        )

    def _groups(self, within: QRect) -> Iterator[tuple[Lane, QRect]]:
        """Yield the first lane of each region and market that is seen, with the room it takes."""
        rows = self._calendar.lanes.rows
        first = self.logicalIndexAt(within.top())
        if first < 0 or self.count() != len(rows):
            return
        seen = range(first - rows[first].number, len(rows))
        for _group, numbers in groupby(seen, key=lambda row: rows[row].group):
            shown = [row for row in numbers if not self.isSectionHidden(row)]
            if shown:
                top = self.sectionViewportPosition(shown[0])
                bottom = self.sectionViewportPosition(shown[-1]) + self.sectionSize(shown[-1])
                if top > within.bottom():
                    return
                yield rows[shown[0]], QRect(0, top, self.viewport().width(), bottom - top)

    def _say_anew(self) -> None:
        self._said = self._calendar.lanes
        self.viewport().update()

    def _say_what_changed(self) -> None:
        """Paint the heads anew that say something else of their posts than before."""
        before, now = self._said, self._calendar.lanes
        self._said = now
        for lane, place in self._groups(self.viewport().rect()):
            markets = lane.region.markets if lane.region is not None else (lane.market,)
            if any(_sums(before, one) != _sums(now, one) for one in markets):
                self.viewport().update(place)

    # --- regions and what is folded -----------------------------------------------------------

    def _arrow_target(self, room: QRect) -> QRect:
        """Return where a click means the arrow of a head, also while its market is scrolled."""
        top = min(max(room.top(), 0), max(room.bottom() - TARGET, room.top()))
        target = QRect(room.left(), top, TARGET, min(TARGET + Space.XS, room.bottom() - top + 1))
        return QStyle.visualRect(self.layoutDirection(), room, target)

    def _paint_arrow(self, painter: QPainter, room: QRect, *, is_folded: bool) -> None:
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        shut = "previous" if is_mirrored else "next"
        name = shut if is_folded else "down"
        target = self._arrow_target(room)
        size = self.fontMetrics().ascent()
        place = QStyle.alignedRect(
            self.layoutDirection(), Qt.AlignmentFlag.AlignCenter, QSize(size, size), target
        )
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(place, icons.pixmap(name, self._theme.muted, size, ratio))

    def _paint_one_line(self, painter: QPainter, lane: Lane, place: QRect) -> None:
        """Paint the head of a row that stands for many posts: name, count, gravest flag."""
        theme, lanes = self._theme, self._calendar.lanes
        if lane.region is not None:
            painter.fillRect(place, theme.hovered)
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.border)
        self._paint_arrow(painter, place, is_folded=lane.is_folded)
        room = QStyle.visualRect(
            self.layoutDirection(), place, place.adjusted(TARGET, 0, -Space.S, -1)
        )
        if lane.region is not None:
            count = region_count(lane.region, lanes)
            gravest = region_severity(lane.region, lanes)
        else:
            count = lanes.post_counts.get(lane.market.id, 0)
            gravest = lanes.gravest.get(lane.market.id)
            room = self._paint_hold(painter, lane.market, room)
        painter.setFont(font(self.font(), TextRole.SMALL))
        painter.setPen(theme.muted)
        painter.drawText(room, _END_CENTRE, str(count))
        taken = painter.fontMetrics().horizontalAdvance(str(count)) + Space.XS
        room = self._without_end(room, taken)
        if gravest is not None:
            size = self.fontMetrics().ascent()
            sign = QStyle.alignedRect(self.layoutDirection(), _END_CENTRE, QSize(size, size), room)
            style = theme.severity(gravest)
            name = icons.severity_icon_name(gravest)
            picture = icons.pixmap(name, style.stripe, size, self.devicePixelRatioF())
            painter.drawPixmap(sign, picture)
            room = self._without_end(room, size + Space.XS)
        painter.setFont(font(self.font(), TextRole.STRONG))
        painter.setPen(theme.text)
        name = self._fitting(painter, row_name(lane), room.width())
        painter.drawText(room, _START_CENTRE, name)

    def _without_end(self, room: QRect, width: int) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return room.adjusted(width, 0, 0, 0)
        return room.adjusted(0, 0, -width, 0)

    # --- markets ------------------------------------------------------------------------------

    def _paint_head(self, painter: QPainter, market: Market, place: QRect) -> None:
        theme = self._theme
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.border)
        start = TARGET if self.folds else Space.M
        room = place.adjusted(start, Space.S - 2, -Space.S, -Space.XS)
        room = QStyle.visualRect(self.layoutDirection(), place, room)
        room.setTop(min(max(room.top(), Space.S), max(room.top(), room.bottom() - self._need())))
        if self.folds:
            self._paint_arrow(painter, place, is_folded=False)
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


def _sums(lanes: Lanes, market: Market) -> tuple[int | None, Severity | None]:
    """Return what the head of a market says of its posts."""
    return lanes.post_counts.get(market.id), lanes.gravest.get(market.id)
