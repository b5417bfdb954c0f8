"""The ground of the grid: days, weekends, names of days, and the cards on top."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from app.commands.dates import is_weekend, weekend
from app.domain.market import Market
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.grid_view import Band, View
from ui.calendar.lanes import Lane
from ui.calendar.name_painter import NamePainter, name_in
from ui.calendar.sum_painter import SumPainter
from ui.cards.card_painter import RADIUS, CardPainter
from ui.cards.ghost_painter import GhostPainter
from ui.theme import Theme, mixed

_Stretch = tuple[QColor | None, int, int]
"""The ground of columns beside each other, where they start, and how wide they are."""


@dataclass(frozen=True)
class GridPainter:
    """Draws what is visible; empty cells cost nothing but their share of the ground."""

    theme: Theme
    model: CalendarModel
    cards: CardPainter
    ghosts: GhostPainter
    names: NamePainter = field(init=False)
    sums: SumPainter = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", NamePainter(self.theme, self.cards.layout))
        object.__setattr__(self, "sums", SumPainter(self.theme, self.model, self.cards.layout))

    def paint(self, painter: QPainter, exposed: QRect, view: View) -> None:
        """Draw the ground, then the cards."""
        self._paint_around(painter, exposed, view)
        self._paint_grounds(painter, view)
        self._paint_lines(painter, exposed, view)
        for lane, group in self._groups(view):
            if lane.region is not None:
                room = QRect(exposed.left(), group.top(), exposed.width(), group.height() - 1)
                painter.fillRect(room, self.theme.raised)
            else:
                self._paint_names(painter, lane, group, view)
        self.sums.paint(painter, view)
        self._paint_cards(painter, view)
        self._paint_ghosts(painter, view)
        self._paint_focus(painter, view)

    def _groups(self, view: View) -> Iterator[tuple[Lane, QRect]]:
        """Yield the first visible lane of each group with the rows of it that are visible."""
        lanes = self.model.lanes
        for _group, bands in groupby(view.rows, key=lambda band: lanes.rows[band.number].group):
            found = list(bands)
            top, last = found[0].start, found[-1]
            yield (
                lanes.rows[found[0].number],
                QRect(0, top, 0, last.start + last.size - top),
            )

    def _days_of(self, lane: Lane, view: View) -> Iterator[tuple[date, Band]]:
        """Yield each visible column with its day in a group."""
        row = self.model.lanes.first_rows[lane.market.id, lane.turn]
        for column in view.columns:
            yield self.model.day(row, column.number), column

    def _paint_around(self, painter: QPainter, exposed: QRect, view: View) -> None:
        """Paint what no cell covers: to paint all of it twice would take as long as the cards."""
        cells = QRect()
        if view.rows and view.columns:
            for column in (view.columns[0], view.columns[-1]):
                for row in (view.rows[0], view.rows[-1]):
                    cells |= QRect(column.start, row.start, column.size, row.size)
        for room in QRegion(exposed) - QRegion(cells):  # type: ignore[attr-defined] # as above
            painter.fillRect(room, self.theme.surface)

    def _paint_grounds(self, painter: QPainter, view: View) -> None:
        """Paint the ground of each group; where no drag is, one weekend means one ground."""
        known: dict[object, tuple[_Stretch, ...]] = {}
        for lane, group in self._groups(view):
            if lane.region is None:
                market = lane.market
                alike = market.id if view.is_dragging else weekend(market.country)
                if (alike, lane.turn) not in known:
                    known[alike, lane.turn] = tuple(self._stretches(lane, view))
                spare = self._spare(lane, group, view)
                for colour, start, size in known[alike, lane.turn]:
                    self._paint_ground(
                        painter,
                        colour,
                        QRect(start, group.top(), size, group.height()),
                        max(spare.height(), 0),
                    )

    def _paint_ground(
        self, painter: QPainter, colour: QColor | None, room: QRect, spare: int
    ) -> None:
        if colour is not None or not spare:
            painter.fillRect(room, colour or self.theme.surface)
        else:
            painter.fillRect(room.adjusted(0, 0, 0, -spare), self.theme.surface)
            painter.fillRect(room.adjusted(0, room.height() - spare, 0, 0), self.theme.window)

    def _stretches(self, lane: Lane, view: View) -> Iterator[_Stretch]:
        """Yield the ground of a group: columns beside each other that have the same are one."""

        def ground(place: tuple[date, Band]) -> QColor | None:
            return self._ground(lane.market, place[0], view)

        for colour, places in groupby(self._days_of(lane, view), key=ground):
            columns = [column for _day, column in places]
            start = min(column.start for column in columns)
            yield colour, start, sum(column.size for column in columns)

    def _spare(self, lane: Lane, group: QRect, view: View) -> QRect:
        """Return the lanes below the first, which recede: a tall row is no room to be filled."""
        sizes = (band.size for band in view.rows if lane.number == 0 and band.start == group.top())
        return group.adjusted(0, next(sizes, 0), 0, 0)

    def _ground(self, market: Market, day: date, view: View) -> QColor | None:
        theme = self.theme
        if view.is_dragging:
            is_target = view.drop_target == (market.id, day)
            severity = self.model.day_severity(market.id, day)
            if severity is not None:
                style = theme.severity(severity)
                return (
                    style.background if is_target else mixed(style.background, theme.surface, 0.6)
                )
            if is_target:
                return theme.accent_tint
        if day == view.today:
            return theme.today
        if is_weekend(day, market.country):
            return theme.weekend
        return theme.past if day < view.today else None

    def _paint_lines(self, painter: QPainter, exposed: QRect, view: View) -> None:
        """Part days by a faint line, weeks and markets by a stronger one."""
        faint = mixed(self.theme.border, self.theme.surface, 0.6)
        end = view.rows[-1].start + view.rows[-1].size if view.rows else exposed.top()
        for column in view.columns:
            begins = self._begins_a_week(self.model.lanes.heads[column.number].day)
            line = QRect(column.start, exposed.top(), 1, end - exposed.top())
            painter.fillRect(line, self.theme.border if begins else faint)
        for row in view.rows:
            if self._ends_its_group(row.number, view):
                bottom = row.start + row.size - 1
                painter.fillRect(exposed.left(), bottom, exposed.width(), 1, self.theme.border)

    def _ends_its_group(self, row: int, view: View) -> bool:
        """Tell whether a row is the lowest of its market that takes room."""
        rows, below = self.model.lanes.rows, row + 1
        while below < len(rows) and below in view.hidden:
            below += 1
        return below == len(rows) or rows[below].group != rows[row].group

    def _begins_a_week(self, day: date) -> bool:
        return day.weekday() == 0

    # --- names of days ------------------------------------------------------------------------

    def _paint_names(self, painter: QPainter, lane: Lane, group: QRect, view: View) -> None:
        market = lane.market
        first_row = self.model.lanes.first_rows[lane.group]
        strip = view.strips.get(first_row, 0)
        if not view.is_dragging and (not strip or not self._shows_row(view, first_row)):
            return
        for day, column in self._days_of(lane, view):
            name = name_in(self.model, market.id, day)
            if name and strip:
                if view.is_dragging:
                    name = replace(name, severity=self.model.day_severity(market.id, day))
                room = QRect(column.start + 1, group.top(), column.size - 1, strip)
                self.names.paint(painter, room, name)

    def _shows_row(self, view: View, row: int) -> bool:
        return bool(view.rows) and view.rows[0].number <= row <= view.rows[-1].number

    # --- cards --------------------------------------------------------------------------------

    def _paint_cards(self, painter: QPainter, view: View) -> None:
        lanes, layout = self.model.lanes, self.cards.layout
        for row in view.rows:
            strip = view.strips.get(row.number, 0)
            inside = layout.card_rect(QRect(0, row.start, 0, row.size), strip)
            for column in view.columns:
                place = (row.number, column.number)
                card = lanes.cards.get(place)
                if card is not None:
                    room = inside.adjusted(column.start, 0, column.start + column.size, 0)
                    is_past = lanes.day(*place) < view.today
                    is_selected = place in view.selected
                    self.cards.paint(painter, room, card, is_selected=is_selected, is_past=is_past)

    def _paint_ghosts(self, painter: QPainter, view: View) -> None:
        if not self.model.lanes.ghosts:
            return
        rows = {band.number: band for band in view.rows}
        columns = {band.number: band for band in view.columns}
        for place, ghost in self.model.lanes.ghosts.items():
            row, column = rows.get(place[0]), columns.get(place[1])
            if row is not None and column is not None:
                cell = QRect(column.start, row.start, column.size, row.size)
                room = self.cards.layout.card_rect(cell, view.strips.get(row.number, 0))
                self.ghosts.paint(painter, room, ghost, is_selected=place in view.selected)

    def _paint_focus(self, painter: QPainter, view: View) -> None:
        if view.current is None or not view.has_focus:
            return
        row = next((band for band in view.rows if band.number == view.current[0]), None)
        column = next((band for band in view.columns if band.number == view.current[1]), None)
        if row is None or column is None:
            return
        cell = QRect(column.start, row.start, column.size, row.size)
        box = self.cards.layout.card_rect(cell, view.strips.get(row.number, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.focus, 2))
        painter.drawRoundedRect(QRectF(box).adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
