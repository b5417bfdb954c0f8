from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.change import ChangeSet
from tests.builders.hours import BESIDE, GHOST, MORNING, NINTH, at
from tests.builders.ui import FRANCE, GERMANY
from ui.hours.hours_model import NO_HOURS, HoursModel
from ui.hours.one_day import OneDay

Role = Qt.ItemDataRole


def test_it_keeps_qts_rules(model, qtmodeltester):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    qtmodeltester.check(model)
    del tester


def test_rows_are_hours_and_columns_belong_to_markets(model):
    assert (model.rowCount(), model.columnCount()) == (24, 4)
    beside = model.index_of(BESIDE.id)
    assert (beside.row(), beside.column()) == (9, 1)
    assert model.market_at(beside) == GERMANY
    assert model.place(beside) == (GERMANY.id, NINTH)
    assert model.post_at(model.index(12, 3)) == GHOST.card.id


def test_what_is_not_known_of_a_market_is_nothing(model):
    assert model.hours_of(FRANCE.id) != NO_HOURS
    model.show_hours({})
    assert model.hours_of(FRANCE.id) == NO_HOURS


def test_higher_cards_stand_beside_each_other_sooner(model):
    model.set_card_minutes(15)
    assert model.index_of(BESIDE.id).column() == 1, "two posts of an hour are never one cell"
    model.set_card_minutes(400)
    assert model.columnCount() == 5


def test_another_time_is_shown_at_once(model):
    source = model._source  # noqa: SLF001 - what somebody has saved
    moved = replace(MORNING, local=at(18))
    source.put(moved)
    model.on_changed(ChangeSet("", posts=frozenset({MORNING.id}), cells=frozenset({MORNING.cell})))
    assert model.index_of(MORNING.id).row() == 18


@pytest.mark.in_english
def test_heads_and_empty_hours_say_where_they_are(model):
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert model.headerData(2, across) == "France"
    assert model.headerData(14, down) == "14:00"
    assert model.headerData(14, down, Role.ToolTipRole) is None
    empty = model.index(15, 0)
    assert model.data(empty, Role.AccessibleTextRole).startswith(
        "Germany, Monday, 9 November 2026, 15:00, "
    )
    assert model.data(empty, Role.ToolTipRole) is None
    noon = model.data(model.index(12, 0), Role.AccessibleTextRole)
    assert "Nobody on duty: 12:00–14:00" in noon, "what the bar shows is heard too"


def test_without_markets_there_are_no_hours(model):
    model.show_period(OneDay(NINTH), ())
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert HoursModel(model._source, NINTH).rowCount() == 0  # noqa: SLF001
