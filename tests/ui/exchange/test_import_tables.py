import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from app.commands.imports import RowProblem
from app.domain.flag import Severity
from tests.builders.ui import flag
from tests.ui.exchange.builders import CONFLICT, ROW, UNCHANGED, UPDATE
from ui.exchange.import_columns import Place, problem_columns
from ui.exchange.import_tables import GoodRowsModel, GoodRowsTable
from ui.theme import DARK, LIGHT
from ui.widgets.rows_model import RowsModel
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


def problems_of(*problems):
    model = RowsModel(problem_columns())
    model.show_rows(problems)
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


@in_english
@pytest.mark.parametrize(
    ("row", "what", "when", "remarks"),
    [
        (ROW, "New", "Mon 9 Nov 2026, 09:30", ""),
        (GUESSED, "New", "Mon 9 Nov 2026, 09:30, guessed", "There is no time."),
        (replace(ROW, local=None), "New", "no date: into the tray", ""),
        (
            UPDATE,
            "Updates DE-0003",
            "Mon 9 Nov 2026, 09:30",
            "Time 10:00 → 11:30 · Its approval ends.",
        ),
        (
            CONFLICT,
            "DE-0004, changed in both",
            "Mon 9 Nov 2026, 09:30",
            "Text: here “a”, in the sheet “b”",
        ),
        (
            LEFT_ALONE,
            "DE-0004, left alone",
            "Mon 9 Nov 2026, 09:30",
            "It was approved once.",
        ),
        (UNCHANGED, "DE-0005, nothing new", "Mon 9 Nov 2026, 09:30", ""),
        (replace(UNCHANGED, local=None), "DE-0005, nothing new", "no date", ""),
    ],
)
def test_a_row_says_what_happens_when_and_why(row, what, when, remarks):
    model = model_of(row)
    said = [cell(model, column) for column in Place]
    assert said == [
        *(str(row.number), what, "Germany", "Fennel Germany", when, "", "Brot", remarks),
    ]
    assert all(cell(model, column, Qt.ItemDataRole.ToolTipRole) is not None for column in Place)


def test_what_needs_a_look_stands_first():
    careful = replace(STOPPED, number=1, flags=(flag(Severity.CAUTION),))
    hinted = replace(ROW, number=7, hints=("The picture has no address.",))
    model = model_of(UNCHANGED, ROW, hinted, GUESSED, careful, STOPPED, UPDATE, CONFLICT)
    rows = [cell(model, Place.ROW, row=row) for row in range(8)]
    assert rows == ["4", "3", "9", "1", "8", "7", "2", "5"]


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


def test_the_whole_text_is_in_the_tooltip():
    model = model_of(replace(ROW, text="Frisch aus\ndem Ofen"))
    assert cell(model, Place.TEXT) == "Frisch aus dem Ofen"
    tip = cell(model, Place.TEXT, Qt.ItemDataRole.ToolTipRole)
    assert tip == tooltip_of("German\n\nFrisch aus\ndem Ofen")


def test_a_tooltip_reads_no_markup_of_a_sheet():
    model = model_of(replace(ROW, text='<img src="//server/share.png">'))
    assert "<img" not in cell(model, Place.TEXT, Qt.ItemDataRole.ToolTipRole)
    problems = problems_of(RowProblem(2, "<b>Date</b>", "“<i>x</i>” is not a date."))
    for column in range(problems.columnCount()):
        assert not re.search("<[bi]>", cell(problems, column, Qt.ItemDataRole.ToolTipRole))


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


@in_english
@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (RowProblem(12, "Date", "No such day."), ["12", "Date", "No such day."]),
        (RowProblem(0, "", "No column with a text."), ["all", "–", "No column with a text."]),
    ],
)
def test_a_problem_names_row_column_and_what_is_wrong(problem, said):
    model = problems_of(problem)
    assert [cell(model, column) for column in range(model.columnCount())] == said


def test_the_columns_of_both_tables_have_names():
    for model in (GoodRowsModel(LIGHT), problems_of()):
        across = Qt.Orientation.Horizontal
        assert all(model.headerData(column, across) for column in range(model.columnCount()))
        assert model.headerData(0, Qt.Orientation.Vertical) is None
