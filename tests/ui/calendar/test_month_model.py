from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.change import ChangeSet
from tests.builders.ui import FRANCE, GERMANY, KeptCards, card, on
from ui.calendar.month_model import MonthModel
from ui.calendar.month_weeks import Month
from ui.cards.dragging import Drop, mime_of

NOVEMBER = Month(2026, 11)
NINTH = date(2026, 11, 9)
FIRST = card(1, GERMANY, local=on(NINTH, 9))
SECOND = card(2, GERMANY, local=on(NINTH, 12))
FRENCH = card(3, FRANCE, local=on(NINTH, 9))
BEFORE = card(4, GERMANY, local=on(date(2026, 10, 27), 9))


@pytest.fixture
def source():
    return KeptCards([FIRST, SECOND, FRENCH, BEFORE])


@pytest.fixture
def model(source, qtmodeltester):
    made = MonthModel(source, NOVEMBER)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    made.show_month(NOVEMBER, (GERMANY,))
    yield made
    del tester


def test_it_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


def test_it_shows_one_market_only(model):
    assert model.market == GERMANY
    assert {one.id for one in model.shown_cards()} == {FIRST.id, SECOND.id, BEFORE.id}
    assert model.columnCount() == 7


def test_posts_of_a_day_stand_below_each_other_in_their_week(model):
    first, second = model.index_of(FIRST.id), model.index_of(SECOND.id)
    assert second.row() == first.row() + 1
    assert first.column() == second.column() == 0
    assert model.place(second) == (GERMANY.id, NINTH)
    assert model.index_at(GERMANY.id, NINTH) == first


def test_days_that_only_fill_up_a_week_are_outside(model):
    assert model.is_outside(BEFORE.day)
    assert not model.is_outside(NINTH)


def test_a_drop_means_the_day_of_the_cell(model, qtbot):
    goal = model.index_at(GERMANY.id, date(2026, 11, 18))
    with qtbot.waitSignal(model.dropped) as told:
        model.dropMimeData(mime_of([FIRST]), Qt.DropAction.CopyAction, -1, -1, goal)
    assert told.args == [Drop((FIRST.id,), GERMANY.id, date(2026, 11, 18), is_copy=True)]


def test_a_move_within_the_month_is_shown_at_once(model, source):
    moved = card(1, GERMANY, local=on(NINTH + timedelta(days=8), 9))
    source.put(moved)
    cells = frozenset({FIRST.cell, moved.cell})
    model.on_changed(ChangeSet("", posts=frozenset({FIRST.id}), cells=cells))
    assert model.place(model.index_of(FIRST.id)) == (GERMANY.id, moved.day)


@pytest.mark.in_english
def test_heads_say_weekday_and_week(model):
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert model.headerData(0, across) == "Monday"
    assert model.headerData(model.index_of(FIRST.id).row(), down) == "Week 46"
    assert model.headerData(0, across, Qt.ItemDataRole.ToolTipRole) is None


def test_without_a_market_there_is_nothing_to_show(source):
    model = MonthModel(source, NOVEMBER)
    model.show_month(NOVEMBER, ())
    assert model.market is None
    assert model.rowCount() == 0
