"""The ground of a day by hours: what is closed, who is there, quiet minutes, and the cards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from app.commands.dates import clock as clock_words
from app.commands.day_hours import DAY, DayHours, Stretch
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.wall_time import local_at
from ui.cards.card_painter import RADIUS, CardPainter
from ui.cards.ghost_painter import GhostPainter
from ui.cards.kept_texts import KeptTexts
from ui.cards.other_clock import OtherClock
from ui.hours.hour_lanes import HOURS, minute_of
from ui.hours.hours_model import HoursModel
from ui.hours.measures import BAR, HourMeasures
from ui.hours.moments import moment_words, stretch_of, timed
from ui.theme import Theme, mixed
from ui.widgets import icons

THINNEST = 2
"""Pixels that even a single minute takes."""


@dataclass(frozen=True, slots=True)
class HoursState:
    """What of the table is marked at the moment."""

    now: datetime
    """In UTC."""
    selected: frozenset[tuple[int, int]] = frozenset()
    current: tuple[int, int] | None = None
    has_focus: bool = False
    aimed: tuple[MarketId, time] | None = None
    """Where a drop would go."""
    clock: OtherClock | None = None


class HoursPainter:
    """Draws what is visible of a day; it measures nothing itself."""

    def __init__(
        self, theme: Theme, model: HoursModel, cards: CardPainter, ghosts: GhostPainter
    ) -> None:
        self.theme = theme
        self.model = model
        self.cards = cards
        self.ghosts = ghosts
        self._small = KeptTexts(cards.layout.small)

    def paint(
        self, painter: QPainter, exposed: QRect, geometry: HourMeasures, state: HoursState
    ) -> None:
        """Draw the ground, then the cards."""
        painter.fillRect(exposed, self.theme.surface)
        rooms = geometry.markets_in(exposed)
        by_id = {market.id: market for market in self.model.markets}
        for market_id, room in rooms.items():
            self._paint_ground(painter, by_id[market_id], room, geometry, state)
        self._paint_hours(painter, exposed, geometry)
        for market_id, room in rooms.items():
            market = by_id[market_id]
            self._paint_clocks(painter, self.model.hours_of(market_id), room, geometry)
            self._paint_moments(painter, market_id, room, geometry)
            self._paint_duty(painter, self.model.hours_of(market_id), room, geometry)
            self._paint_other_times(painter, market, room, geometry, state)
            self._paint_now(painter, market, room, geometry, state)
            line = QRect(self._start(room, 1).left(), room.top(), 1, room.height())
            painter.fillRect(line, self.theme.border)
        self._paint_posts(painter, exposed, rooms, geometry, state)
        self._paint_aim(painter, rooms, geometry, state)
        self._paint_focus(painter, geometry, state)

    # --- the ground ---------------------------------------------------------------------------

    def _paint_ground(
        self,
        painter: QPainter,
        market: Market,
        room: QRect,
        geometry: HourMeasures,
        state: HoursState,
    ) -> None:
        """Shade what is closed; what is past already lies under a veil."""
        theme = self.theme
        for stretch in self.model.hours_of(market.id).closed:
            painter.fillRect(_part(room, stretch, geometry), theme.window)
        here = local_at(state.now, market.zone)
        day = self.model.only_day
        if here.date() >= day:
            until = DAY if here.date() > day else minute_of(here)
            veil = mixed(theme.past, theme.window, 0.5)
            veil.setAlphaF(0.7)
            painter.fillRect(_part(room, Stretch(0, until), geometry), veil)

    def _paint_hours(self, painter: QPainter, exposed: QRect, geometry: HourMeasures) -> None:
        faint = mixed(self.theme.border, self.theme.surface, 0.7)
        for hour in range(HOURS + 1):
            y = geometry.y_of(hour * 60)
            if exposed.top() <= y <= exposed.bottom():
                painter.fillRect(exposed.left(), y, exposed.width(), 1, faint)

    def _paint_clocks(
        self, painter: QPainter, hours: DayHours, room: QRect, geometry: HourMeasures
    ) -> None:
        """Hatch what the clocks jump over or show twice."""
        for stretch, pattern, severity in (
            (hours.skipped, Qt.BrushStyle.BDiagPattern, Severity.BLOCKED),
            (hours.doubled, Qt.BrushStyle.HorPattern, Severity.CAUTION),
        ):
            if stretch is not None:
                style = self.theme.severity(severity)
                place = _part(room, stretch, geometry)
                painter.fillRect(place, style.background)
                painter.fillRect(place, QBrush(style.stripe, pattern))

    def _paint_moments(
        self, painter: QPainter, market: MarketId, room: QRect, geometry: HourMeasures
    ) -> None:
        """Draw quiet minutes and eves to the minute, with their names."""
        layout = self.cards.layout
        for one in timed(self.model.observances(market, self.model.only_day)):
            place = _part(room, stretch_of(one), geometry)
            place.setHeight(max(place.height(), THINNEST))
            style = self.theme.severity(one.severity)
            ground = (
                style.background
                if place.height() < geometry.hour
                else mixed(style.background, self.theme.surface, 0.6)
            )
            painter.fillRect(place, ground)
            painter.fillRect(place.left(), place.top(), place.width(), THINNEST, style.stripe)
            line = QRect(place.left(), place.top() + THINNEST, place.width(), layout.line + 2)
            if place.height() < layout.line:  # above it: a post at that very minute lies below
                line.moveBottom(place.top() - 1)
            inner = layout.without_start(line, geometry.gutter + 2)
            sign = layout.leading(inner, layout.icon - 1)
            ratio = painter.device().devicePixelRatioF()
            name = icons.severity_icon_name(one.severity)
            picture = icons.pixmap(name, style.stripe, sign.width(), ratio, style.background)
            painter.drawPixmap(sign, picture)
            painter.setPen(style.text)
            self._draw(painter, moment_words(one), layout.without_start(inner, layout.icon + 2))

    def _paint_duty(
        self, painter: QPainter, hours: DayHours, room: QRect, geometry: HourMeasures
    ) -> None:
        """Draw a bar along the start: full where somebody is there, hatched where nobody is."""
        if hours.unattended is None:
            return
        bar = self._start(room, BAR)
        painter.fillRect(bar, self.theme.accent)
        style = self.theme.severity(Severity.CAUTION)
        for stretch in hours.unattended:
            place = _part(bar, stretch, geometry)
            painter.fillRect(place, style.background)
            painter.fillRect(place, QBrush(style.stripe, Qt.BrushStyle.DiagCrossPattern))

    def _paint_other_times(
        self,
        painter: QPainter,
        market: Market,
        room: QRect,
        geometry: HourMeasures,
        state: HoursState,
    ) -> None:
        if state.clock is None or not geometry.clock_room:
            return
        ruler = self._start(self.cards.layout.without_start(room, BAR + 3), geometry.clock_room)
        painter.setPen(self.theme.muted)
        for hour in range(HOURS):
            local = datetime.combine(self.model.only_day, time(hour))
            place = QRect(
                ruler.left(), geometry.y_of(hour * 60) + 1, ruler.width(), self.cards.layout.line
            )
            self._draw(painter, state.clock.time(local, market.zone), place)

    def _paint_now(
        self,
        painter: QPainter,
        market: Market,
        room: QRect,
        geometry: HourMeasures,
        state: HoursState,
    ) -> None:
        here = local_at(state.now, market.zone)
        if here.date() == self.model.only_day:
            y = geometry.y_of(minute_of(here))
            painter.fillRect(room.left(), y - 1, room.width(), 2, self.theme.accent)

    # --- the posts ----------------------------------------------------------------------------

    def _paint_posts(
        self,
        painter: QPainter,
        exposed: QRect,
        rooms: Mapping[MarketId, QRect],
        geometry: HourMeasures,
        state: HoursState,
    ) -> None:
        lanes = self.model.hour_lanes
        for place, card in lanes.cards.items():
            if card.market in rooms:
                rect = geometry.card_rect(self.model.index(*place))
                if rect.intersects(exposed):
                    here = local_at(state.now, card.zone)
                    is_past = card.local is not None and card.local < here
                    is_selected = place in state.selected
                    self.cards.paint(painter, rect, card, is_selected=is_selected, is_past=is_past)
        for place, ghost in lanes.ghosts.items():
            if ghost.market.id in rooms:
                rect = geometry.card_rect(self.model.index(*place))
                if rect.intersects(exposed):
                    self.ghosts.paint(painter, rect, ghost, is_selected=place in state.selected)

    def _paint_aim(
        self,
        painter: QPainter,
        rooms: Mapping[MarketId, QRect],
        geometry: HourMeasures,
        state: HoursState,
    ) -> None:
        """Draw the line at which a drop would go, with its time, before anybody lets go."""
        if state.aimed is None or state.aimed[0] not in rooms:
            return
        market, at = state.aimed
        room = rooms[market]
        y = geometry.y_of(at.hour * 60 + at.minute)
        painter.fillRect(room.left(), y - 1, room.width(), 2, self.theme.accent)
        words = clock_words(datetime.combine(self.model.only_day, at))
        layout = self.cards.layout
        width = self._small.width(words) + 12
        place = layout.leading(
            QRect(room.left(), y - layout.line // 2 - 2, room.width(), layout.line + 4),
            width,
            layout.line + 4,
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.accent)
        painter.drawRoundedRect(place, RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.theme.on_accent)
        self._draw(painter, words, place.adjusted(6, 0, -6, 0))

    def _paint_focus(self, painter: QPainter, geometry: HourMeasures, state: HoursState) -> None:
        if state.current is None or not state.has_focus:
            return
        index = self.model.index(*state.current)
        if not index.isValid():
            return
        box = geometry.focus_rect(index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.focus, 2))
        painter.drawRoundedRect(QRectF(box).adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    # --- pieces -------------------------------------------------------------------------------

    def _start(self, room: QRect, width: int) -> QRect:
        return self.cards.layout.leading(room, width, room.height())

    def _draw(self, painter: QPainter, words: str, room: QRect) -> None:
        text = self._small.line(words, room.width())
        painter.setFont(self._small.font)
        is_mirrored = self.cards.layout.direction is Qt.LayoutDirection.RightToLeft
        size = text.size()
        left = round(room.right() + 1 - size.width()) if is_mirrored else room.left()
        painter.drawStaticText(
            QPoint(left, round(room.top() + (room.height() - size.height()) / 2)), text
        )


def _part(room: QRect, stretch: Stretch, geometry: HourMeasures) -> QRect:
    top, bottom = geometry.y_of(stretch.starts), geometry.y_of(stretch.ends)
    return QRect(room.left(), top, room.width(), bottom - top)
