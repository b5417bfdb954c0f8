import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel

from ui.widgets.wrapping_table import FITTED_AT_ONCE, WrappingTable

LONG = "This sentence is far too long for the last column of a narrow table. " * 3


def table_of(qtbot, *last, wraps=True):
    model = QStandardItemModel()
    for text in last:
        model.appendRow([QStandardItem("12"), QStandardItem(text)])
    table = WrappingTable(wraps=wraps)
    model.setParent(table)
    table.setModel(model)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    table.fit({})
    return table


def test_a_long_text_takes_the_lines_it_needs(qtbot):
    table = table_of(qtbot, "short", LONG)
    assert table.rowHeight(1) > 2 * table.rowHeight(0)


def test_a_wider_table_needs_fewer_lines(qtbot):
    table = table_of(qtbot, LONG)
    narrow = table.rowHeight(0)
    table.resize(1200, 300)
    assert table.rowHeight(0) < narrow


def test_without_wrapping_every_row_has_one_line(qtbot):
    table = table_of(qtbot, "short", LONG, wraps=False)
    assert table.rowHeight(0) == table.rowHeight(1)


def test_rows_are_large_enough_to_hit(qtbot):
    assert table_of(qtbot, "short").rowHeight(0) >= 24


@pytest.mark.parametrize(("letters", "is_wider"), [({0: 40}, True), ({}, False)])
def test_a_column_is_as_wide_as_it_holds_or_as_is_said(qtbot, letters, is_wider):
    table = table_of(qtbot, "short")
    table.fit(letters)
    assert (table.columnWidth(0) > 200) is is_wider


def test_the_last_column_that_is_shown_takes_the_room_that_is_left_and_no_more(qtbot):
    table = table_of(qtbot, LONG, wraps=False)
    for row in range(table.model().rowCount()):
        table.model().setItem(row, 2, QStandardItem("hidden"))
    table.hideColumn(2)
    table.resize(160, 300)
    table.fit({})
    assert table.horizontalHeader().length() == table.viewport().width()
    assert table.horizontalScrollBar().maximum() == 0


def test_of_many_rows_those_in_sight_are_fitted_at_once_and_the_others_while_it_rests(qtbot):
    count = FITTED_AT_ONCE * 3
    table = table_of(qtbot, *(LONG for _row in range(count)))
    assert table.rowHeight(FITTED_AT_ONCE - 1) == table.rowHeight(0)
    assert table.rowHeight(count - 1) < table.rowHeight(0)
    qtbot.waitUntil(lambda: table.rowHeight(count - 1) == table.rowHeight(0))
    qtbot.waitUntil(lambda: not table.findChild(QTimer).isActive())


def test_rows_that_go_while_others_wait_for_their_height_are_no_trouble(qtbot):
    table = table_of(qtbot, *(LONG for _row in range(FITTED_AT_ONCE * 2)))
    table.model().setRowCount(1)
    qtbot.waitUntil(lambda: not table.findChild(QTimer).isActive())
    assert table.rowHeight(0) > 24


def test_as_many_rows_as_are_seen_say_how_wide_a_column_is(qtbot, monkeypatch):
    asked = set()

    class Model(QStandardItemModel):
        def data(self, index, role=Qt.ItemDataRole.DisplayRole):
            asked.add(index.row())
            return super().data(index, role)

    monkeypatch.setattr(f"{__name__}.QStandardItemModel", Model)
    table = table_of(qtbot, *["short"] * 500, wraps=False)
    asked.clear()
    table.fit({})
    assert 10 < len(asked) < 50
