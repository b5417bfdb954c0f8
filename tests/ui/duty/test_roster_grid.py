from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ui.duty.roster_grid import RosterGrid
from ui.duty.roster_model import Look, RosterCell, RosterModel, RosterRow
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
DAYS = [date(2027, 11, 15) + timedelta(days=number) for number in range(7)]


@pytest.fixture
def grid(qtbot):
    model = RosterModel()
    cells = {DAYS[0]: RosterCell(Look.THERE, "9–18", "09:00–18:00")}
    gaps = {DAYS[1]: RosterCell(Look.NOBODY, "3 h", "Nobody 18:00–20:00")}
    model.show_rows(
        [
            RosterRow("", "Nobody there", gaps, is_gap_row=True),
            RosterRow("lena", "Lena Brandt", cells),
            RosterRow("marc", "Marc Fournier", {}),
        ],
        DAYS,
    )
    made = RosterGrid(model, LIGHT)
    made.kept = model
    qtbot.addWidget(made)
    made.resize(700, 240)
    made.show()
    return made


def middle(grid, row, column):
    return grid.visualRect(grid.model().index(row, column)).center()


def test_days_are_picked_by_dragging_over_them(grid, qtbot):
    port = grid.viewport()
    with qtbot.waitSignal(grid.picked):
        qtbot.mousePress(port, LEFT, pos=middle(grid, 1, 1))
        qtbot.mouseMove(port, middle(grid, 1, 3))
        qtbot.mouseRelease(port, LEFT, pos=middle(grid, 1, 3))
    assert grid.cells() == [(1, 1), (1, 2), (1, 3)]


def test_days_are_picked_by_keys_alone(grid, qtbot):
    grid.setCurrentIndex(grid.model().index(2, 1))
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert grid.cells() == [(2, 1), (2, 2)]
    with qtbot.waitSignal(grid.wanted):
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    with qtbot.waitSignal(grid.unwanted):
        qtbot.keyClick(grid, Qt.Key.Key_Delete)


@pytest.mark.parametrize("width", [700, 420])
def test_who_is_there_and_where_nobody_is_look_different(grid, width):
    grid.resize(width, 240)
    grid.setCurrentIndex(grid.model().index(2, 3))
    picture = grid.viewport().grab().toImage()

    def colour(row, column):
        box = grid.visualRect(grid.model().index(row, column))
        return picture.pixelColor(box.left() + 4, box.bottom() - 6)

    assert len({colour(1, 0).name(), colour(0, 1).name(), colour(2, 6).name()}) == 3
    grid.set_theme(DARK)
    assert grid.viewport().grab().toImage().pixelColor(5, 5) != picture.pixelColor(5, 5)
