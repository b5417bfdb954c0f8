import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.exchange.column_picker import ColumnPicker
from ui.widgets.tooltips import tooltip_of

HEADERS = ("Day", "What", "")
ROWS = (("9.11.", "Frisch aus dem Ofen " * 10, "x"), ("10.11.", "Kurz"))
FIELDS = (("date", "Date"), ("text", "Text"), ("link", "Link"))


@pytest.fixture
def picker(qtbot):
    made = ColumnPicker()
    made.show_sheet(HEADERS, ROWS, FIELDS, {"date": 0})
    qtbot.addWidget(made)
    made.resize(800, made.height())
    made.show()
    return made


def box(picker, column):
    return picker.cellWidget(0, column)


def pick(qtbot, picker, column, name):
    """Choose by keyboard, as a person would."""
    chosen = box(picker, column)
    chosen.setFocus()
    steps = chosen.findText(name) - chosen.currentIndex()
    qtbot.keyClick(chosen, Qt.Key.Key_Down)
    for _step in range(abs(steps)):
        qtbot.keyClick(chosen.view(), Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    qtbot.keyClick(chosen.view(), Qt.Key.Key_Return)


def test_the_guess_stands_above_each_column(picker):
    assert [box(picker, column).currentText() for column in range(3)] == [
        "Date",
        "not read",
        "not read",
    ]


def test_all_columns_are_chosen_from_one_list_and_a_new_sheet_leaves_none_behind(picker, qtbot):
    picker.show_sheet(HEADERS, ROWS, FIELDS, {"text": 1})
    assert len({box(picker, column).model() for column in range(3)}) == 1
    assert [box(picker, column).currentText() for column in range(3)] == [
        "not read",
        "Text",
        "not read",
    ]
    qtbot.waitUntil(lambda: len(picker.findChildren(QStandardItemModel)) == 1)


def test_the_first_rows_of_the_sheet_are_in_view(picker):
    assert picker.item(1, 0).text() == "9.11."
    assert picker.item(2, 1).text() == "Kurz"
    assert picker.item(2, 2).text() == ""


def test_a_long_cell_is_cut_and_whole_in_its_tooltip(picker):
    cell = picker.item(1, 1)
    assert cell.text().endswith("…")
    assert cell.toolTip() == tooltip_of(ROWS[0][1])


def test_a_column_without_a_name_is_called_so(picker):
    assert picker.horizontalHeaderItem(2).text() == "(no name)"


def test_a_choice_is_a_new_mapping(qtbot, picker):
    with qtbot.waitSignal(picker.corrected) as corrected:
        box(picker, 1).setCurrentIndex(2)
        box(picker, 1).activated.emit(2)
    assert corrected.args == [{"date": 0, "text": 1}]


def test_a_field_is_in_one_column_only(qtbot, picker):
    with qtbot.waitSignal(picker.corrected) as corrected:
        pick(qtbot, picker, 1, "Date")
    assert corrected.args == [{"date": 1}]


def test_a_field_that_is_passed_over_stays_where_it_was(qtbot, picker):
    with qtbot.waitSignal(picker.corrected) as corrected:
        pick(qtbot, picker, 1, "Text")
    assert corrected.args == [{"date": 0, "text": 1}]


def test_a_letter_opens_the_list_at_its_field(qtbot, picker):
    chosen = box(picker, 1)
    qtbot.keyClick(chosen, "l")
    assert chosen.view().isVisible()
    with qtbot.waitSignal(picker.corrected) as corrected:
        qtbot.keyClick(chosen.view(), Qt.Key.Key_Return)
    assert corrected.args == [{"date": 0, "link": 1}]


def test_the_wheel_scrolls_and_changes_no_column(picker):
    wheel = QWheelEvent(
        *(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(box(picker, 1), wheel)
    assert box(picker, 1).currentText() == "not read"
    assert not wheel.isAccepted()


def test_a_column_need_not_be_read(qtbot, picker):
    with qtbot.waitSignal(picker.corrected) as corrected:
        pick(qtbot, picker, 0, "not read")
    assert corrected.args == [{}]


def test_another_sheet_brings_its_own_columns(picker):
    picker.show_sheet(("A",), (("1",),), FIELDS, {"link": 0})
    assert picker.columnCount() == 1
    assert box(picker, 0).currentText() == "Link"


def test_a_screen_reader_hears_which_column_a_box_is_for(picker):
    assert box(picker, 0).accessibleName() == "What the column “Day” holds"
