import pytest
from PySide6.QtCore import QModelIndex, Qt

from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.tooltips import tooltip_of

Role = Qt.ItemDataRole


@pytest.fixture
def model():
    made = RowsModel((Column("Word", str), Column("Letters", lambda word: str(len(word)), repr)))
    made.show_rows(["fennel", "bread"])
    return made


def test_a_table_of_rows_is_one_that_qt_understands(model, qtmodeltester):
    qtmodeltester.check(model)


def test_every_column_says_its_part_of_a_row(model):
    assert [model.index(1, column).data() for column in range(2)] == ["bread", "5"]
    assert model.index(1, 1).data(Role.AccessibleTextRole) == "5"
    assert model.row(1) == "bread"


def test_a_tooltip_says_the_same_unless_its_column_has_more_to_say(model):
    tips = [model.index(0, column).data(Role.ToolTipRole) for column in range(2)]
    assert tips == [tooltip_of("fennel"), tooltip_of("'fennel'")]


def test_headings_and_cells_stand_at_the_side_where_reading_starts(model):
    across = Qt.Orientation.Horizontal
    assert [model.headerData(column, across) for column in range(2)] == ["Word", "Letters"]
    leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    assert model.headerData(0, across, Role.TextAlignmentRole) == leading
    assert model.index(0, 0).data(Role.TextAlignmentRole) == leading


def test_the_model_answers_only_what_it_knows(model):
    assert model.index(0, 0).data(Role.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Role.DecorationRole) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_other_rows_take_the_place_of_the_first(model):
    model.show_rows(["toast"])
    assert model.rowCount(QModelIndex()) == 1
    assert model.row(0) == "toast"
