import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from app.commands.import_preview import RowProblem
from app.commands.merging import Outcome
from app.domain.flag import Severity
from tests.builders.ui import flag
from tests.ui.exchange.builders import CONFLICT, ROW, UNCHANGED, UPDATE
from ui.exchange.import_columns import Place
from ui.exchange.import_tables import GoodRowsModel, GoodRowsTable, ProblemsTable
from ui.theme import DARK, LIGHT
from ui.widgets.tooltips import tooltip_of

STOPPED = replace(ROW, number=9, flags=(flag(Severity.STOP, headline="Solemn day"),))
GUESSED = replace(ROW, number=8, is_time_guessed=True, hints=("There is no time.",))
LEFT_ALONE = replace(
    CONFLICT, can_be_taken=False, clashes=(), key="back", hints=("It was approved once.",)
)

in_english = pytest.mark.in_english


def model_of(*rows):
    model = GoodRowsModel(LIGHT)
    model.show_sheet(rows)
    return model


def cell(model, column, role=Qt.ItemDataRole.DisplayRole, row=0):
    return model.index(row, column).data(role)


def tick_of(model, row=0):
    return cell(model, Place.WHAT, Qt.ItemDataRole.CheckStateRole, row)


@pytest.fixture
def table(qtbot):
    made = GoodRowsTable(model_of(CONFLICT, replace(CONFLICT, number=9, key="other"), UPDATE))
    qtbot.addWidget(made)
    made.fit({Place.WHAT: 40})
    made.resize(900, 300)
    made.show()
    made.setFocus()
    return made


def numbers(model):
    return [cell(model, Place.ROW, row=row) for row in range(model.rowCount())]


def test_rows_stand_as_they_are_given_and_only_those_that_are_wanted(qtbot):
    model = model_of(CONFLICT, STOPPED, ROW, UPDATE)
    assert numbers(model) == ["4", "9", "2", "3"]
    model.show_only(Outcome.NEW)
    assert numbers(model) == ["9", "2"]
    model.show_flagged(only=True)
    assert numbers(model) == ["9"]
    model.show_only(None)
    model.show_flagged(only=False)
    assert numbers(model) == ["4", "9", "2", "3"]
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_only(None)


def test_old_news_are_quiet_and_a_guess_is_in_italics():
    model = model_of(UNCHANGED)
    assert cell(model, Place.TEXT, Qt.ItemDataRole.ForegroundRole).color() == LIGHT.muted
    assert cell(model_of(GUESSED), Place.WHEN, Qt.ItemDataRole.FontRole).italic()
    assert cell(model_of(ROW), Place.WHEN, Qt.ItemDataRole.FontRole) is None


@in_english
def test_the_worst_flag_is_named_with_its_icon_and_the_others_in_the_tooltip():
    flags = (flag(Severity.NOTE, headline="Long"), flag(Severity.STOP, headline="Solemn day"))
    model = model_of(replace(ROW, flags=flags))
    assert cell(model, Place.FLAGS) == "Stop: Solemn day and 1 more"
    assert not cell(model, Place.FLAGS, Qt.ItemDataRole.DecorationRole).isNull()
    tip = cell(model, Place.FLAGS, Qt.ItemDataRole.ToolTipRole)
    assert tip == tooltip_of("Note: Long\nStop: Solemn day")


@pytest.mark.parametrize("row", [ROW, UPDATE, CONFLICT, UNCHANGED])
def test_what_happens_has_a_picture_as_well(row):
    assert not cell(model_of(row), Place.WHAT, Qt.ItemDataRole.DecorationRole).isNull()


def test_only_a_conflict_that_a_person_may_decide_has_a_box():
    assert tick_of(model_of(CONFLICT)) is Qt.CheckState.Unchecked
    for row in (ROW, UPDATE, LEFT_ALONE, UNCHANGED):
        model = model_of(row)
        assert tick_of(model) is None
        index = model.index(0, Place.WHAT)
        assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable
        assert not model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    model = model_of(CONFLICT)
    assert not model.setData(model.index(0, Place.WHAT), "text")


def test_space_takes_the_selected_conflicts_and_again_takes_that_back(qtbot, table):
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.model().taken == {"conflict", "other"}
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.model().taken == frozenset()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.model().taken == {"other"}


@pytest.mark.left_to_right
def test_a_click_on_the_box_takes_one_conflict(qtbot, table):
    cell_rect = table.visualRect(table.model().index(0, Place.WHAT))
    at = QPoint(cell_rect.left() + 10, cell_rect.center().y())
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert table.model().taken == {"conflict"}


def test_what_is_no_conflict_any_more_is_not_taken_any_more():
    model = model_of(CONFLICT)
    model.toggle([0])
    model.show_sheet([CONFLICT])
    assert model.taken == {"conflict"}
    model.show_sheet([UPDATE])
    assert model.taken == frozenset()


def test_another_theme_repaints_the_icons(qtbot):
    model = model_of(ROW)
    with qtbot.waitSignal(model.dataChanged):
        model.set_theme(DARK)
    model_of().set_theme(DARK)


def test_a_tooltip_reads_no_markup_of_a_sheet(qtbot):
    model = model_of(replace(ROW, text='<img src="//server/share.png">'))
    assert "<img" not in cell(model, Place.TEXT, Qt.ItemDataRole.ToolTipRole)
    problems = ProblemsTable()
    qtbot.addWidget(problems)
    problems.show_problems([RowProblem(2, "<b>Date</b>", "“<i>x</i>” is not a date.")])
    for column in range(problems.model().columnCount()):
        tip = cell(problems.model(), column, Qt.ItemDataRole.ToolTipRole)
        assert not re.search("<[bi]>", tip)
