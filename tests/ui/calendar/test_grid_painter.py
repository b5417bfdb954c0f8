from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from app.domain.flag import Severity
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MARKETS,
    MONDAY,
    SAUDI_ARABIA,
    THE_NINTH,
    KeptCards,
    card,
    day_knowledge,
    observance,
    on,
)
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.cards.dragging import Carried
from ui.theme import DARK, LIGHT

POST = card(1, GERMANY, local=on(MONDAY + timedelta(days=2)))


class Grid:
    def __init__(self, qtbot, theme=LIGHT, today=MONDAY + timedelta(days=1), cards=(POST,)):
        self.theme = theme
        self.model = CalendarModel(KeptCards(list(cards)), Period(MONDAY, 2))
        self.model.show_period(Period(MONDAY, 2), MARKETS)
        self.view = LanesView(self.model, theme, lambda *_: (), today=today)
        self.view.resize(2200, 700)
        qtbot.addWidget(self.view)
        self.view.show()
        qtbot.waitExposed(self.view)

    def colour(self, market, day, *, from_top: int = -5):
        """Return the ground of a cell: near its lower end, or so far below its top."""
        index = self.model.index_at(market.id, day)
        rect = self.view.visualRect(index)
        y = rect.bottom() + from_top if from_top < 0 else rect.top() + from_top
        return self.image().pixelColor(QPoint(rect.left() + 2, y))

    def image(self):
        return self.view.viewport().grab().toImage()


@pytest.fixture
def grid(qtbot):
    return Grid(qtbot)


def day(number: int):
    return MONDAY + timedelta(days=number)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_today_the_past_and_other_days_have_grounds_of_their_own(theme, qtbot):
    grid = Grid(qtbot, theme)
    assert grid.colour(JAPAN, day(1)) == theme.today
    assert grid.colour(JAPAN, day(0)) == theme.past
    assert grid.colour(JAPAN, day(3)) == theme.surface


def test_each_market_has_its_own_weekend(grid):
    friday, sunday = day(4), day(6)
    assert grid.colour(SAUDI_ARABIA, friday) == LIGHT.weekend
    assert grid.colour(SAUDI_ARABIA, sunday) == LIGHT.surface
    assert grid.colour(FRANCE, sunday) == LIGHT.weekend
    assert grid.colour(FRANCE, friday) == LIGHT.surface


def test_a_lane_that_only_another_day_needs_recedes(qtbot):
    more = card(2, GERMANY, local=on(day(2), 20))
    grid = Grid(qtbot, cards=(POST, more))
    first, second = grid.model.index_of(POST.id), grid.model.index_of(more.id)
    assert second.row() == first.row() + 1
    image = grid.image()

    def ground(row, of):
        rect = grid.view.visualRect(grid.model.index(row, of))
        return image.pixelColor(QPoint(rect.left() + 2, rect.center().y()))

    assert ground(second.row(), 3) == LIGHT.window
    assert ground(first.row(), 3) == LIGHT.surface
    assert ground(second.row(), 5) == LIGHT.weekend, "a weekend stays one column"
    assert ground(second.row(), 1) == LIGHT.today


def test_a_grave_day_is_named_on_its_own_ground(grid):
    grid.model.show_days(day_knowledge())
    tint = LIGHT.severity(Severity.STOP).background
    assert grid.colour(GERMANY, THE_NINTH, from_top=3) == tint
    assert grid.colour(GERMANY, THE_NINTH) == LIGHT.surface


def test_a_holiday_is_named_more_quietly(grid):
    holiday = observance(day(3), Severity.NOTE, name="Market day")
    before = grid.image()
    grid.model.show_days(day_knowledge({(FRANCE, day(3)): (holiday,)}))
    assert grid.image() != before
    assert grid.colour(FRANCE, day(3), from_top=3) == LIGHT.surface


def test_during_a_drag_every_cell_shows_what_its_day_is(grid):
    grid.model.show_days(day_knowledge())
    grid.view.sight.begin((Carried(POST.id, POST.market),))
    during = grid.colour(GERMANY, THE_NINTH)
    assert during != LIGHT.surface
    grid.view.sight.aim(GERMANY.id, THE_NINTH, grid.view.rect(), is_copy=False)
    assert grid.colour(GERMANY, THE_NINTH) == LIGHT.severity(Severity.STOP).background
    grid.view.sight.aim(FRANCE.id, day(3), grid.view.rect(), is_copy=False)
    assert grid.colour(FRANCE, day(3)) == LIGHT.accent_tint
    grid.view.sight.end()
    assert grid.colour(GERMANY, THE_NINTH) == LIGHT.surface


def test_markets_are_parted_by_a_line(grid):
    rect = grid.view.visualRect(grid.model.index_at(GERMANY.id, day(3)))
    colour = grid.image().pixelColor(QPoint(rect.center().x(), rect.bottom()))
    assert colour == LIGHT.border


def test_the_current_cell_is_framed_while_the_grid_has_the_focus(grid, qtbot):
    grid.view.activateWindow()
    grid.view.setFocus()
    qtbot.waitUntil(grid.view.hasFocus)
    grid.view.choice.choose_place(FRANCE.id, day(3))
    rect = grid.view.visualRect(grid.view.currentIndex())
    frame = {grid.image().pixelColor(rect.left() + x, rect.center().y()).name() for x in range(6)}
    assert LIGHT.focus.name() in frame


def test_empty_cells_are_never_asked_for_their_data(grid, monkeypatch):
    asked = []
    real = grid.model.data
    monkeypatch.setattr(grid.model, "data", lambda *facts: asked.append(1) or real(*facts))
    grid.view.viewport().repaint()
    assert asked == []


def test_right_to_left_puts_the_first_day_at_the_right(qtbot):
    grid = Grid(qtbot)
    grid.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first = grid.view.visualRect(grid.model.index(0, 0))
    last = grid.view.visualRect(grid.model.index(0, 13))
    assert first.left() > last.left()
    card_at = grid.view.visualRect(grid.model.index_of(POST.id))
    stripe = LIGHT.severity(None).stripe
    assert grid.image().pixelColor(card_at.right() - 4, card_at.center().y()) == stripe
