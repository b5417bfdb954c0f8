from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect

from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MARKETS,
    MONDAY,
    THE_NINTH,
    KeptCards,
    card,
    day_knowledge,
    on,
)
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.cards.card_layout import Density
from ui.theme import LIGHT

CARDS = [card(number, GERMANY, local=on(MONDAY, 8 + number)) for number in range(3)]


class Grid:
    def __init__(self, qtbot) -> None:
        self.source = KeptCards(list(CARDS))
        self.model = CalendarModel(self.source, Period(MONDAY, 2))
        self.model.show_period(Period(MONDAY, 2), MARKETS)
        self.view = LanesView(self.model, LIGHT, lambda *_: (), today=MONDAY)
        self.view.resize(1400, 800)
        qtbot.addWidget(self.view)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.geometry = self.view._geometry  # noqa: SLF001 - the part under test

    def widths(self) -> list[int]:
        return [self.view.columnWidth(column) for column in range(self.model.columnCount())]


@pytest.fixture
def grid(qtbot):
    return Grid(qtbot)


def test_the_days_share_the_width_where_it_suffices(grid, qtbot):
    grid.model.show_period(Period(MONDAY, 1), MARKETS)
    widths = grid.widths()
    assert sum(widths) == grid.view.viewport().width()
    assert max(widths) - min(widths) <= 1


def test_no_column_gets_too_narrow_to_read(grid):
    grid.model.show_period(Period(MONDAY, 4), MARKETS)
    assert set(grid.widths()) == {grid.geometry.layout.column_width}


def test_after_a_move_every_column_is_as_wide_as_before(grid):
    before = grid.widths()
    grid.view.setCurrentIndex(grid.model.index_of(CARDS[0].id))
    grid.source.put(replace(CARDS[0], local=on(MONDAY + timedelta(days=9))))
    grid.model.refresh()
    assert grid.widths() == before


def test_only_markets_with_named_days_carry_a_strip(grid):
    layout = grid.geometry.layout
    assert grid.view.rowHeight(0) == layout.lane_height
    grid.model.show_days(day_knowledge())
    assert grid.view.rowHeight(0) == layout.lane_height + layout.strip_height
    assert grid.view.rowHeight(1) == layout.lane_height
    french = grid.model.index_at(FRANCE.id, MONDAY).row()
    assert grid.view.rowHeight(french) == layout.lane_height


def test_a_strip_moves_with_its_market_when_lanes_come_and_go(grid):
    grid.model.show_days(day_knowledge({(JAPAN, THE_NINTH): day_knowledge_of_one()}))
    for post in CARDS[1:]:
        grid.source.put(replace(post, local=None))
    grid.model.refresh()
    row = grid.model.index_at(JAPAN.id, MONDAY).row()
    layout = grid.geometry.layout
    assert grid.geometry.strips == {row: layout.strip_height}
    assert grid.view.rowHeight(row) == layout.lane_height + layout.strip_height


def day_knowledge_of_one():
    (found,) = day_knowledge().cells.values()
    return found


def test_the_room_of_a_market_on_a_day_spans_its_lanes(grid):
    rect = grid.geometry.cell_rect(GERMANY.id, MONDAY)
    assert rect.height() == 3 * grid.geometry.layout.lane_height
    assert grid.geometry.cell_rect(GERMANY.id, MONDAY - timedelta(days=1)) == QRect()


def test_a_card_lies_in_its_cell_below_the_names_of_days(grid):
    grid.model.show_days(day_knowledge())
    index = grid.model.index_of(CARDS[0].id)
    place, cell = grid.geometry.card_rect(index), grid.view.visualRect(index)
    assert cell.contains(place)
    assert place.top() - cell.top() >= grid.geometry.layout.strip_height


def test_only_what_is_exposed_is_counted_as_visible(grid):
    view = grid.view
    exposed = QRect(200, 60, 10, 10)
    (row,) = grid.geometry.rows_in(exposed)
    (column,) = grid.geometry.columns_in(exposed)
    assert row.start <= exposed.top() < row.start + row.size
    assert column.start <= exposed.left() < column.start + column.size
    assert len(grid.geometry.rows_in(view.viewport().rect())) == grid.model.rowCount()


def test_another_density_changes_every_lane(grid):
    before = grid.view.rowHeight(1)
    grid.view.set_density(Density.COMPACT)
    assert grid.view.rowHeight(1) < before
