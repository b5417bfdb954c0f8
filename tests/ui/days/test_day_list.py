import pytest
from PySide6.QtCore import Qt

from tests.builders.ui import GERMANY
from tests.builders.ui_d import NINTH, known_day
from ui.days.day_list import DayList, Row, day_rows
from ui.theme import DARK, LIGHT

ROWS = [
    Row("The next 30 days", "Not an occasion"),
    *day_rows([(NINTH, known_day("a"))], [GERMANY]),
    Row("2027", "2 days"),
    *day_rows([(None, known_day("a")), (None, known_day("b"))], [GERMANY]),
]


@pytest.fixture
def shown(qtbot):
    made = DayList(LIGHT)
    made.resize(500, 400)
    qtbot.addWidget(made)
    made.show_rows(ROWS)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_first_day_is_chosen_and_headings_never(shown, qtbot):
    assert shown.day.id == "a"
    assert shown.currentIndex().row() == 1
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.currentIndex().row() == 3
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.day.id == "b"


def test_what_was_chosen_stays_chosen(shown):
    shown.show_rows(ROWS, "b")
    assert shown.day.id == "b"


def test_an_empty_list_says_that_nothing_is_chosen(shown, qtbot):
    with qtbot.waitSignal(shown.chosen) as told:
        shown.show_rows([])
    assert told.args == [None]
    assert shown.day is None


def test_screen_readers_hear_date_name_and_severity(shown):
    spoken = [
        shown.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(shown.model().rowCount())
    ]
    assert spoken[0] == "The next 30 days, Not an occasion"
    assert spoken[1].startswith("Tue 9 Nov, Day a, Stop · Mourning")
    assert shown.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole).startswith("Day a\n")
    assert shown.model().index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_it_is_painted_in_the_colours_of_its_theme(shown):
    def colours():
        image = shown.viewport().grab().toImage()
        return {
            image.pixelColor(x, y).name()
            for x in range(0, image.width(), 1)
            for y in range(image.height())
        }

    stripe = known_day().severity
    assert LIGHT.severity(stripe).stripe.name() in colours()
    shown.set_theme(DARK)
    assert DARK.severity(stripe).stripe.name() in colours()
