from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QTabBar, QTableView

from app.commands.import_preview import RowProblem
from app.domain.flag import Flag, Severity
from tests.builders.ui import calendar
from tests.ui.exchange.builders import CONFLICT, PREVIEW, PROBLEMS, ROW, UNCHANGED, UPDATE
from ui.exchange.column_picker import ColumnPicker
from ui.exchange.import_choices import Reading
from ui.exchange.import_flags import RowFlags
from ui.exchange.import_page import ImportPage
from ui.exchange.note_list import NoteList
from ui.theme import DARK, LIGHT
from ui.widgets.flag_list import FlagList

STOP = Flag("day.solemn", Severity.STOP, "day.solemn:x", "m", "A day of mourning", "People died.")
NOTE = Flag("day.holiday", Severity.NOTE, "day.holiday:y", "m", "A holiday", "Shops are shut.")
ALL_KINDS = replace(PREVIEW, rows=(ROW, UNCHANGED, UPDATE, CONFLICT), errors=PROBLEMS)


@pytest.fixture
def page(qtbot):
    made = ImportPage(calendar(), LIGHT)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show_preview(PREVIEW)
    made.show()
    return made


def tab_bar(page):
    return page.findChild(QTabBar, "import_tabs")


def tabs(page):
    bar = tab_bar(page)
    return [bar.tabText(number) for number in range(bar.count())]


def table(page, name="good_rows"):
    return page.findChild(QTableView, name)


def numbers(page):
    model = table(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def said(page, name):
    return page.findChild(QLabel, name).text()


@pytest.mark.in_english
def test_the_tabs_count_the_rows_by_what_happens_with_them(page):
    page.show_preview(ALL_KINDS)
    assert tabs(page) == [
        *("All 4", "1 new", "1 updated", "1 changed in both", "1 unchanged", "1 row stays out"),
    ]
    page.show_preview(PREVIEW)
    assert tabs(page) == ["1 new"]


def test_a_tab_shows_its_rows_only_and_all_of_them_what_needs_a_look_first(page):
    page.show_preview(ALL_KINDS)
    assert numbers(page) == ["4", "3", "2", "5"]
    for tab, rows in ((1, ["2"]), (2, ["3"]), (3, ["4"]), (4, ["5"])):
        tab_bar(page).setCurrentIndex(tab)
        assert numbers(page) == rows
    tab_bar(page).setCurrentIndex(5)
    assert table(page, "problems").isVisible()
    assert table(page, "problems").model().rowCount() == 2


def test_the_tabs_are_reached_by_key(qtbot, page):
    page.show_preview(ALL_KINDS)
    tab_bar(page).setFocus()
    forward = (
        Qt.Key.Key_Left
        if page.layoutDirection() is Qt.LayoutDirection.RightToLeft
        else Qt.Key.Key_Right
    )
    qtbot.keyClick(tab_bar(page), forward)
    assert numbers(page) == ["2"]


def test_the_open_tab_stays_open_when_the_sheet_is_read_again(page):
    page.show_preview(ALL_KINDS)
    tab_bar(page).setCurrentIndex(2)
    page.show_preview(ALL_KINDS)
    assert numbers(page) == ["3"]
    page.show_preview(PREVIEW)
    assert numbers(page) == ["2"]
    page.forget()
    page.show_preview(ALL_KINDS)
    assert numbers(page) == ["4", "3", "2", "5"]


def test_a_sheet_of_problems_opens_on_them(page):
    page.show_preview(replace(PREVIEW, rows=(), errors=PROBLEMS))
    assert table(page, "problems").isVisible()
    page.show_preview(PREVIEW)
    assert table(page).isVisible()


@pytest.mark.in_english
def test_what_the_whole_sheet_lacks_has_a_tab_of_its_own(page):
    page.show_preview(replace(PREVIEW, rows=(), errors=(RowProblem(0, "", "No text."),)))
    assert tabs(page) == ["What is missing"]


@pytest.mark.in_english
def test_a_sheet_of_old_news_says_kindly_that_there_is_nothing_to_do(page):
    assert said(page, "import_state") == ""
    page.show_preview(replace(PREVIEW, rows=(UNCHANGED,)))
    assert said(page, "import_state").startswith("Everything in this sheet is in the calendar")
    page.show_preview(replace(PREVIEW, rows=()))
    assert said(page, "import_state").startswith("This sheet holds no posts")


def test_conflicts_are_taken_row_by_row_with_the_space_bar(qtbot, page):
    page.show_preview(ALL_KINDS)
    table(page).setFocus()
    table(page).setCurrentIndex(table(page).model().index(0, 0))
    with qtbot.waitSignal(page.taken_changed):
        qtbot.keyClick(table(page), Qt.Key.Key_Space)
    assert page.taken == {"conflict"}
    page.show_preview(ALL_KINDS)
    assert page.taken == {"conflict"}
    page.forget()
    assert page.taken == frozenset()


@pytest.mark.in_english
def test_it_is_said_how_to_take_a_conflict(page):
    page.show_preview(ALL_KINDS)
    assert said(page, "import_state").startswith("Tick the rows in which the sheet is right")


@pytest.mark.in_english
def test_the_row_under_the_cursor_is_told_in_full(page):
    page.show_preview(ALL_KINDS)
    table(page).setCurrentIndex(table(page).model().index(1, 0))
    assert said(page, "import_detail") == "Time 10:00 → 11:30\nIts approval ends."
    tab_bar(page).setCurrentIndex(1)
    assert said(page, "import_detail") == ""


def test_a_corrected_column_is_passed_on(qtbot, page):
    with qtbot.waitSignal(page.corrected) as corrected:
        page.findChild(ColumnPicker).corrected.emit({"text": 0})
    assert corrected.args == [Reading(columns={"text": 0})]


def test_what_was_guessed_is_said(page):
    page.show_preview(replace(PREVIEW, notes=("Dates were read with the day first.",)))
    assert page.findChild(NoteList).item(0).text() == "Dates were read with the day first."


def test_tabs_that_need_a_look_are_marked_in_either_theme(page):
    page.show_preview(ALL_KINDS)
    page.set_theme(DARK)
    marked = [not tab_bar(page).tabIcon(number).isNull() for number in range(6)]
    assert marked == [False, False, False, True, False, True]


RISKY = replace(ROW, number=7, flags=(STOP, NOTE))
NOTED = replace(ROW, number=8, flags=(NOTE,))
RISKS = replace(PREVIEW, rows=(NOTED, ROW, RISKY))


@pytest.mark.in_english
def test_it_sums_up_what_would_be_stopped_and_shows_only_that_when_asked(page):
    page.show_preview(RISKS)
    assert said(page, "flag_summary") == "1 would be stopped, 0 asked about"
    assert numbers(page)[0] == "7"
    box = page.findChild(QCheckBox, "only_flagged")
    box.click()
    assert numbers(page) == ["7"]
    box.click()
    assert len(numbers(page)) == 3
    page.show_preview(replace(PREVIEW, rows=(NOTED,)))
    assert said(page, "flag_summary") == "Nothing to ask about"
    assert not box.isEnabled()
    assert box.toolTip() == "No row would be stopped or asked about."


@pytest.mark.in_english
def test_the_row_that_is_looked_at_shows_its_flags_with_their_reasons(page):
    page.show_preview(RISKS)
    assert said(page, "row_flags_heading") == "Flags of row 7"
    shown = page.findChild(FlagList)
    assert [row.flag for row in shown.rows] == [STOP, NOTE]
    table(page).setCurrentIndex(table(page).model().index(2, 0))
    assert shown.rows == () or [row.flag for row in shown.rows] == [NOTE]


def test_a_sheet_without_any_flag_leaves_the_room_to_its_rows(page):
    page.show_preview(replace(PREVIEW, rows=(replace(ROW, flags=()),)))
    assert not page.findChild(RowFlags).isVisible()
    page.show_preview(RISKS)
    assert page.findChild(RowFlags).isVisible()


def test_another_sheet_is_shown_whole(page):
    page.show_preview(RISKS)
    page.findChild(QCheckBox, "only_flagged").click()
    page.forget()
    page.show_preview(RISKS)
    assert len(numbers(page)) == 3
