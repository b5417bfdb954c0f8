from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.builders.ui import MARKETS, MONDAY
from tests.ui.calendar.grid_ground import NONE
from ui.calendar.period import Period


def turn_wheel(grid, place, degrees, modifier) -> None:
    event = QWheelEvent(
        QPointF(place),
        QPointF(grid.view.viewport().mapToGlobal(place)),
        QPoint(),
        QPoint(0, degrees),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(grid.view.viewport(), event)


def test_ctrl_and_the_wheel_make_days_wider_where_the_pointer_is(grid):
    zooms = []
    grid.view.zoom.zoomed.connect(zooms.append)
    grid.model.show_period(Period(MONDAY, 4), MARKETS)
    place, before = QPoint(700, 100), grid.view.columnWidth(0)
    column = grid.view.columnAt(place.x())
    turn_wheel(grid, place, 60, Qt.KeyboardModifier.ControlModifier)
    assert zooms == [], "half a notch is none"
    turn_wheel(grid, place, 60, Qt.KeyboardModifier.ControlModifier)
    assert zooms == [125]
    assert grid.view.columnWidth(0) > before
    assert grid.view.columnAt(place.x()) == column
    turn_wheel(grid, place, -240, Qt.KeyboardModifier.ControlModifier)
    assert zooms == [125, 100, 80]
    turn_wheel(grid, place, -120, NONE)
    assert zooms == [125, 100, 80], "the wheel alone scrolls"


def test_the_days_can_be_as_wide_as_it_fits_again(grid):
    grid.model.show_period(Period(MONDAY, 4), MARKETS)
    before = grid.view.columnWidth(0)
    grid.view.zoom.set_percent(35)
    grid.view.zoom.step(-1)
    assert grid.view.zoom.percent == 35, "there is nothing smaller"
    assert grid.view.columnWidth(0) * 28 <= grid.view.viewport().width()
    grid.view.zoom.as_it_fits()
    assert grid.view.columnWidth(0) == before


def test_before_anybody_sees_it_a_grid_that_must_scroll_begins_with_its_first_day(grid, qtbot):
    grid.view.hide()
    grid.model.show_period(Period(MONDAY, 4), MARKETS)
    grid.view.zoom.set_percent(200)
    grid.view.show()
    qtbot.waitUntil(lambda: grid.view.horizontalScrollBar().maximum() > 0)
    assert grid.view.horizontalScrollBar().value() == 0
