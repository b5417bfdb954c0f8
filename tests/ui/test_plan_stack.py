from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize

from tests.builders.ui import FRANCE, GERMANY, MONDAY, calendar
from ui.cards.card_layout import Density
from ui.cards.other_clock import OtherClock
from ui.plan.plan_view import PlanParts, PlanView, Standing, ViewKind
from ui.plan_stack import PlanStack
from ui.theme import DARK, LIGHT


class Kept(PlanView):
    """A view that keeps what it was made with and told."""

    def __init__(self, parts: PlanParts) -> None:
        super().__init__()
        self.parts = parts
        self.told = []
        self.stood = None

    @property
    def standing(self):
        return self.stood or Standing(MONDAY, FRANCE.id)

    def stand_at(self, standing):
        self.stood = standing

    def rest(self):
        self.told.append("rest")

    def __getattribute__(self, name):
        if name.startswith("set_") or name == "show_markets":
            return lambda *facts: self.told.append((name, *facts))
        return super().__getattribute__(name)


@pytest.fixture
def stack(qtbot):
    parts = PlanParts(SimpleNamespace(), None, None, calendar(), LIGHT, MONDAY, Density.NORMAL)
    made = PlanStack({ViewKind.GRID: Kept, ViewKind.MONTH: Kept}, parts, ViewKind.LIST)
    qtbot.addWidget(made)
    return made


def test_a_view_is_made_when_it_is_first_shown_and_begins_where_one_stands(stack):
    assert stack.kinds == (ViewKind.GRID, ViewKind.MONTH)
    assert stack.kind is ViewKind.GRID, "a view that is not there gives way to the first"
    assert not stack.has(ViewKind.MONTH)
    grid = stack.present
    stack.turn_to(ViewKind.MONTH)
    assert stack.currentWidget() is stack.present
    assert stack.present.stood == Standing(MONDAY, FRANCE.id)
    assert grid.told[-1] == "rest"
    stack.turn_to(ViewKind.LEAVING)
    assert stack.kind is ViewKind.MONTH


class Wide(Kept):
    """A view that needs much room."""

    def minimumSizeHint(self):
        return QSize(700, 500)


def test_it_needs_no_more_room_than_the_view_that_is_shown(stack):
    stack._makers[ViewKind.LEAVING] = Wide  # noqa: SLF001
    stack.turn_to(ViewKind.LEAVING)
    assert stack.minimumSizeHint() == QSize(700, 500)
    stack.turn_to(ViewKind.GRID)
    assert stack.minimumSizeHint().width() < 200


class Next(Kept):
    """What comes next by the clock: nobody pages through it."""

    is_paged = False

    @property
    def standing(self):
        return Standing(MONDAY + timedelta(days=99))


def test_who_comes_back_from_what_goes_out_next_finds_the_days_they_had_left(stack):
    stack._makers[ViewKind.LEAVING] = Next  # noqa: SLF001
    stack.turn_to(ViewKind.LEAVING)
    stack.turn_to(ViewKind.GRID)
    assert stack.present.stood == Standing(MONDAY, FRANCE.id)
    stack.present.stood = Standing(MONDAY + timedelta(days=7), GERMANY.id)
    stack.turn_to(ViewKind.LEAVING)
    stack.turn_to(ViewKind.MONTH)
    assert stack.present.stood == Standing(MONDAY + timedelta(days=7), GERMANY.id)


def test_what_all_share_is_told_to_all_and_known_to_those_that_come(stack):
    clock, keeps, later = OtherClock("Asia/Tokyo"), (lambda _card: True), date(2026, 12, 1)
    other = calendar(markets=(GERMANY,))
    stack.set_theme(DARK)
    stack.set_today(later)
    stack.set_density(Density.ROOMY)
    stack.set_clock(clock)
    stack.set_calendar(other, (GERMANY,))
    stack.keep_only(keeps, (FRANCE,))
    told = stack.present.told
    assert [name for name, *_facts in told[1:]] == [
        "set_theme",
        "set_today",
        "set_density",
        "set_clock",
        "set_calendar",
        "show_markets",
        "set_keeps",
        "show_markets",
    ]
    stack.turn_to(ViewKind.MONTH)
    parts = stack.present.parts
    assert (parts.theme, parts.today, parts.density) == (DARK, later, Density.ROOMY)
    assert (parts.clock, parts.calendar, parts.keeps) == (clock, other, keeps)
    assert stack.present.told == [("show_markets", (FRANCE,))]


def test_what_a_view_tells_is_passed_on_and_remembered(stack, qtbot):
    with qtbot.waitSignal(stack.zoomed) as told:
        stack.present.zoomed.emit(50)
    assert told.args == [50]
    with qtbot.waitSignal(stack.new_post_requested) as told:
        stack.present.new_post_requested.emit(FRANCE.id, MONDAY)
    assert told.args == [FRANCE.id, MONDAY]
    stack.turn_to(ViewKind.MONTH)
    assert stack.present.parts.zoom == 50
    stack.rest()
    assert stack.present.told[-1] == "rest"
