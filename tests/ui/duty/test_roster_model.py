from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.commands.duty_days import Hours, duty_days, hours_words
from tests.builders.calendars import GERMANY
from tests.builders.duty import CHRISTMAS, ROSTER
from tests.builders.ui_c import calendar_of
from ui.duty.roster_model import (
    CellRole,
    Look,
    RosterModel,
    market_rows,
    people_rows,
    span_of,
)

pytestmark = pytest.mark.in_english
MONDAY = date(2027, 12, 20)
WEEK = span_of(MONDAY, is_month=False)
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.fixture
def calendar(path):
    return calendar_of(path)


@pytest.fixture
def days(calendar):
    return duty_days(ROSTER, calendar.market(GERMANY), WEEK[0], WEEK[-1])


@pytest.fixture
def model(calendar, days):
    made = RosterModel()
    QAbstractItemModelTester(made)
    made.show_rows(people_rows(calendar.people, days, has_roster=True), WEEK)
    return made


def row_named(model, name):
    rows = range(model.rowCount())
    return next(row for row in rows if model.row(row).name.startswith(name))


def test_a_week_begins_on_monday_and_a_month_on_its_first():
    assert span_of(MONDAY + timedelta(days=3), is_month=False) == WEEK
    month = span_of(date(2028, 2, 20), is_month=True)
    assert (month[0], len(month)) == (date(2028, 2, 1), 29)


def test_the_row_of_gaps_stands_above_the_people(model, calendar):
    assert model.row(0).is_gap_row
    assert model.headerData(0, DOWN) == "Nobody there"
    assert model.headerData(0, ACROSS) == "Mo\n20"
    assert model.headerData(0, ACROSS, Qt.ItemDataRole.ToolTipRole) == "Monday, 20 December 2027"
    assert model.headerData(1, DOWN, Qt.ItemDataRole.ToolTipRole) == model.row(1).name
    assert model.headerData(0, ACROSS, Qt.ItemDataRole.DecorationRole) is None
    assert model.columnCount(model.index(0, 0)) == model.rowCount(model.index(0, 0)) == 0


def test_a_cell_says_who_is_there_when(model):
    friday = model.index(row_named(model, "Marc"), 4)
    assert friday.data() == "9–14"
    assert friday.data(CellRole.LOOK) is Look.THERE
    assert friday.data(CellRole.DAY) == CHRISTMAS.starts.date()
    spoken = friday.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Marc Fournier, Friday, 24 December 2027, 09:00–14:00"
    assert friday.data(Qt.ItemDataRole.ToolTipRole).endswith("09:00–14:00")
    assert friday.data(Qt.ItemDataRole.FontRole) is None


def test_a_gap_says_how_long_and_when(model):
    monday = model.index(0, 0)
    assert monday.data(CellRole.LOOK) is Look.NOBODY
    assert "Nobody 08:00–09:00, 18:00–20:00" in monday.data(Qt.ItemDataRole.ToolTipRole)
    assert monday.data() == "3 h"


def test_without_a_roster_there_is_no_row_of_gaps(calendar):
    rows = people_rows(calendar.people, {}, has_roster=False)
    assert [row.name for row in rows] == [person.name for person in calendar.people]


def test_all_markets_show_who_is_there_and_where_nobody_is(calendar, days):
    france = next(market for market in calendar.markets if market.id != GERMANY)
    rows = market_rows(calendar, [(calendar.market(GERMANY), days), (france, {})])
    cell = rows[0].cells[MONDAY]
    assert cell.look is Look.NOBODY
    assert cell.short == "LB"
    assert "Lena Brandt 09:00–18:00" in cell.words
    assert rows[1].cells == {}


def test_whole_days_and_midnight_are_said_as_people_say_them(calendar):
    whole = Hours(datetime(2027, 12, 20), datetime(2027, 12, 21))
    evening = Hours(datetime(2027, 12, 20, 20, 30), datetime(2027, 12, 21))
    assert hours_words([whole]) == "all day"
    assert hours_words([evening]) == "20:30–24:00"
