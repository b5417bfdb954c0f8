"""How high lanes and how wide columns are, and where everything is on the screen."""

from datetime import date
from itertools import groupby

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QHeaderView, QTableView

from app.domain.market import MarketId
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.grid_view import Band
from ui.calendar.lane_room import empty_rows
from ui.calendar.lanes import Place
from ui.calendar.name_painter import NameRoom
from ui.calendar.zoom import AS_IT_FITS, day_width, stepped
from ui.cards.card_layout import CardLayout


class GridGeometry:
    """Sets the sizes of a table's rows and columns from a card layout, and measures it."""

    def __init__(self, view: QTableView, model: CalendarModel, layout: CardLayout) -> None:
        self._view = view
        self._calendar = model
        self.layout = layout
        self._room = NameRoom(layout)
        self._measured_for: tuple[object, ...] = ()
        self._measured: dict[MarketId, int] = {}
        self.zoom = AS_IT_FITS
        self.hidden: frozenset[int] = frozenset()
        """Lanes that have nothing in the days in view."""
        self.strips: dict[int, int] = {}
        """Height of the strip with the names of days, for the first lanes that have one."""

    def new_strips(self) -> dict[int, int]:
        """Return the height of the strip with names, for first lanes in which a day has one."""
        calendar = self._calendar
        if not calendar.has_named_days:
            return {}
        rows = [row for row in calendar.lanes.first_rows.values() if not calendar.is_summed(row)]
        heights = zip(rows, map(self._strip_height, rows), strict=True)
        return {row: height for row, height in heights if height}

    def _strip_height(self, row: int) -> int:
        """Return the height of a market's strip; it is measured once for the same days."""
        calendar, width = self._calendar, self._view.horizontalHeader().sectionSize(0)
        measured_for = (calendar.days, calendar.period, width, self.layout)
        if measured_for != self._measured_for:
            self._measured_for, self._measured = measured_for, {}
            self._room = NameRoom(self.layout)
        market = calendar.lane(row).market.id
        if market not in self._measured:
            self._measured[market] = self._room.strip_height(calendar, row, width)
        return self._measured[market]

    def settle_rows(self) -> None:
        """Give each lane its height; a first lane also carries the names of its days."""
        layout = self.layout
        self.strips = self.new_strips()
        header = self._view.verticalHeader()
        header.setDefaultSectionSize(layout.lane_height)
        for row in range(header.count()):
            is_summed = self._calendar.is_summed(row)
            height = layout.sum_height if is_summed else layout.lane_height
            _resize(header, row, height + self.strips.get(row, 0))
        self._view.verticalScrollBar().setSingleStep(layout.lane_height // 2)

    def hide_empty_lanes(self, current: Place | None) -> None:
        """Give no room to lanes that have nothing in the days in view; what is on top stays so."""
        columns = self.columns_in(self._view.viewport().rect())
        if not columns:
            return
        numbers = [band.number for band in columns]
        wanted = empty_rows(self._calendar.lanes, min(numbers), max(numbers), current)
        header = self._view.verticalHeader()
        if not wanted and not header.sectionsHidden():
            return
        changed = [
            row for row in range(header.count()) if header.isSectionHidden(row) != (row in wanted)
        ]
        if not changed:
            return
        top = max(header.visualIndexAt(0), 0)
        while top and top in wanted:
            top -= 1
        before = header.sectionViewportPosition(top)
        for row in changed:
            header.setSectionHidden(row, row in wanted)
        self.hidden = wanted
        self._view.updateGeometries()
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + header.sectionViewportPosition(top) - before)

    def show_all_lanes(self) -> None:
        """Give every lane its room."""
        header = self._view.verticalHeader()
        if header.sectionsHidden():
            for row in range(header.count()):
                header.setSectionHidden(row, False)
        self.hidden = frozenset()

    def settle_columns(self) -> None:
        """Share the width among the days, or give each what the zoom wants."""
        header = self._view.horizontalHeader()
        if header.count():
            width = day_width(self.zoom, self.layout.column_width, self._share())
            if any(header.sectionSize(column) != width for column in range(header.count())):
                header.setDefaultSectionSize(width)
                if self.strips != self.new_strips():
                    self.settle_rows()

    def next_zoom(self, step: int) -> int:
        """Return the zoom that makes days wider (1) or narrower (-1) than they are."""
        return stepped(self.zoom, step, self.layout.column_width, self._share())

    def rows_in(self, exposed: QRect) -> tuple[Band, ...]:
        """Return the lanes that a part of the viewport shows."""
        header = self._view.verticalHeader()
        bands = []
        for row in range(max(header.visualIndexAt(exposed.top()), 0), header.count()):
            if header.isSectionHidden(row):
                continue
            start = header.sectionViewportPosition(row)
            if start > exposed.bottom():
                break
            bands.append(Band(row, start, header.sectionSize(row)))
        return tuple(bands)

    def columns_in(self, exposed: QRect) -> tuple[Band, ...]:
        """Return the days that a part of the viewport shows."""
        header = self._view.horizontalHeader()
        ends = [header.logicalIndexAt(x) for x in (exposed.left(), exposed.right())]
        if max(ends) < 0:
            return ()
        first, last = (one if one >= 0 else header.count() - 1 for one in ends)
        return tuple(
            Band(column, header.sectionViewportPosition(column), header.sectionSize(column))
            for column in range(min(first, last), max(first, last) + 1)
        )

    def cell_rect(self, market: MarketId, day: date) -> QRect:
        """Return the room of a market on a day, all lanes together."""
        index = self._calendar.index_at(market, day)
        if not index.isValid():
            return QRect()
        rect = self._view.visualRect(index)
        row = index.row()
        while not self._calendar.lane(row).is_last:
            row += 1
            below = self._calendar.index(row, index.column())
            rect = rect.united(self._view.visualRect(below))
        return rect

    def tinted_region(self) -> QRegion:
        """Return the visible cells of days that mean something: a drag gives them a tint."""
        calendar, seen = self._calendar, self._view.viewport().rect()
        region, columns = QRegion(), self.columns_in(seen)
        for _group, rows in groupby(
            self.rows_in(seen), lambda band: calendar.lane(band.number).group
        ):
            bands = list(rows)
            first, last = bands[0], bands[-1]
            for column in columns:
                if calendar.observances(*calendar.place_of(first.number, column.number)):
                    height = last.start + last.size - first.start
                    region += QRect(column.start, first.start, column.size, height)
        return region

    def card_rect(self, index: QModelIndex) -> QRect:
        """Return where the card of a cell is."""
        strip = self.strips.get(index.row(), 0)
        return self.layout.card_rect(self._view.visualRect(index), strip)

    def _share(self) -> int:
        return self._view.viewport().width() // max(self._view.horizontalHeader().count(), 1)


def _resize(header: QHeaderView, section: int, size: int) -> None:
    if header.sectionSize(section) != size:
        header.resizeSection(section, size)
