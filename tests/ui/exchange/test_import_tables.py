from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from app.commands.imports import PreviewRow, RowProblem
from app.commands.merging import Outcome
from app.domain.flag import Severity
from tests.builders.ui import GERMANY, channel, flag
from ui.exchange.import_tables import GoodRowsModel, ProblemsModel
from ui.theme import DARK, LIGHT


def row(**facts):
    usual = {
        "number": 7,
        "market": GERMANY,
        "channel": channel(GERMANY),
        "local": datetime(2026, 11, 9, 9, 30),
        "is_time_guessed": False,
        "text": "Frisch aus\ndem Ofen",
        "language": "de",
        "flags": (),
    }
    return PreviewRow(**usual | facts)


def model_of(*rows):
    model = GoodRowsModel(LIGHT)
    model.show_rows(rows)
    return model


def cell(model, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(0, column).data(role)


def test_a_row_says_where_when_and_what():
    model = model_of(row())
    said = [cell(model, column) for column in range(model.columnCount())]
    assert said == [
        *("7", "Germany", "Fennel Germany", "Mon 9 Nov 2026", "09:30", "", ""),
        "Frisch aus dem Ofen",
    ]


def test_a_guessed_time_is_marked_and_explained():
    model = model_of(row(is_time_guessed=True))
    assert cell(model, model.TIME) == "09:30, guessed"
    assert cell(model, model.TIME, Qt.ItemDataRole.FontRole).italic()
    assert "usual hour" in cell(model, model.TIME, Qt.ItemDataRole.ToolTipRole)


def test_a_row_without_a_date_goes_to_the_tray():
    model = model_of(row(local=None))
    assert (cell(model, model.DAY), cell(model, model.TIME)) == ("no date", "–")
    assert "tray" in cell(model, model.DAY, Qt.ItemDataRole.ToolTipRole)


def test_the_worst_flag_is_named_with_its_icon_and_the_others_in_the_tooltip():
    flags = (flag(Severity.NOTE, headline="Long"), flag(Severity.STOP, headline="Solemn day"))
    model = model_of(row(flags=flags))
    assert cell(model, model.FLAGS) == "Stop: Solemn day and 1 more"
    assert not cell(model, model.FLAGS, Qt.ItemDataRole.DecorationRole).isNull()
    assert cell(model, model.FLAGS, Qt.ItemDataRole.ToolTipRole) == "Note: Long\nStop: Solemn day"


def test_the_whole_text_and_its_language_are_in_the_tooltip():
    model = model_of(row())
    tip = cell(model, model.TEXT, Qt.ItemDataRole.ToolTipRole)
    assert tip == "German\n\nFrisch aus\ndem Ofen"


def test_a_row_that_is_here_already_is_quiet_and_says_so():
    model = model_of(row(outcome=Outcome.UNCHANGED))
    assert cell(model, model.REMARKS) == "Here already, nothing new."
    brush = cell(model, model.TEXT, Qt.ItemDataRole.ForegroundRole)
    assert brush.color() == LIGHT.muted


def test_another_theme_repaints_the_icons(qtbot):
    model = model_of(row())
    with qtbot.waitSignal(model.dataChanged):
        model.set_theme(DARK)


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (RowProblem(12, "Date", "No such day."), ["12", "Date", "No such day."]),
        (RowProblem(0, "", "No column with a text."), ["all", "–", "No column with a text."]),
    ],
)
def test_a_problem_names_row_column_and_what_is_wrong(problem, said):
    model = ProblemsModel()
    model.show_problems([problem])
    assert [cell(model, column) for column in range(model.columnCount())] == said


def test_the_columns_of_both_tables_have_names():
    for model in (GoodRowsModel(LIGHT), ProblemsModel()):
        names = [
            model.headerData(column, Qt.Orientation.Horizontal)
            for column in range(model.columnCount())
        ]
        assert all(names)
        assert len(set(names)) == len(names)
