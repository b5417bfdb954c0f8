from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QTabWidget

from app.commands.imports import ImportPreview, PreviewRow, RowProblem
from app.commands.merging import Outcome
from tests.builders.ui import FRANCE, GERMANY, calendar, channel
from ui.exchange.column_picker import ColumnPicker
from ui.exchange.import_page import ImportPage, Reading
from ui.exchange.note_list import NoteList
from ui.theme import DARK, LIGHT
from ui.widgets.check_list import CheckList

ROW = PreviewRow(
    number=2,
    market=GERMANY,
    channel=channel(GERMANY),
    local=datetime(2026, 11, 9, 9, 30),
    is_time_guessed=False,
    text="Brot",
    language="de",
    flags=(),
)
PREVIEW = ImportPreview(
    path=Path("plan.xlsx"),
    sheet_name="Plan",
    other_sheets=(),
    headers=("Day", "Copy"),
    header_row=1,
    sample_rows=(("9.11.", "Brot"),),
    mapping={"date": 0, "text": 1},
    fields=(("date", "Date"), ("text", "Text")),
    rows=(ROW,),
    errors=(),
    notes=(),
    day_first=True,
    needs_market=False,
)
PROBLEMS = (RowProblem(3, "Day", "No such day."), RowProblem(3, "Copy", "Empty."))


@pytest.fixture
def page(qtbot):
    made = ImportPage(calendar(), LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_preview(PREVIEW)
    made.show()
    return made


def box(page, name):
    return page.findChild(QComboBox, name)


def pick(page, name, row):
    box(page, name).setCurrentIndex(row)
    box(page, name).activated.emit(row)


def tabs(page):
    found = page.findChild(QTabWidget, "import_tabs")
    return [found.tabText(number) for number in range(found.count())], found.currentIndex()


def test_a_good_sheet_opens_on_its_posts(page):
    assert tabs(page) == (["1 new", "No problems"], 0)


def test_problems_are_counted_by_row_and_listed(page):
    page.show_preview(replace(PREVIEW, errors=PROBLEMS))
    assert tabs(page) == (["1 new · 1 row stays out", "2 problems"], 0)


def test_a_sheet_of_problems_opens_on_them(page):
    page.show_preview(replace(PREVIEW, rows=(), errors=PROBLEMS))
    assert tabs(page)[1] == 1
    page.show_preview(PREVIEW)
    assert tabs(page)[1] == 0


def test_rows_that_are_here_already_are_counted_apart(page):
    page.show_preview(replace(PREVIEW, rows=(ROW, replace(ROW, outcome=Outcome.UNCHANGED))))
    assert tabs(page)[0][0] == "1 new · 1 unchanged"


def test_a_sheet_without_a_market_asks_for_one(qtbot, page):
    assert not box(page, "default_market").isVisible()
    page.show_preview(replace(PREVIEW, needs_market=True))
    assert box(page, "default_market").isVisible()
    with qtbot.waitSignal(page.corrected) as corrected:
        pick(page, "default_market", 1)
    assert corrected.args == [Reading(default_market=FRANCE.id)]


def test_the_order_of_day_and_month_can_be_switched(qtbot, page):
    assert box(page, "day_order").currentText() == "Day first: 31/12"
    with qtbot.waitSignal(page.corrected) as corrected:
        pick(page, "day_order", 1)
    assert corrected.args == [Reading(day_first=False)]


def test_mixed_orders_show_no_guess(page):
    page.show_preview(replace(PREVIEW, day_first=None))
    assert box(page, "day_order").currentIndex() == -1


def test_corrections_add_up(qtbot, page):
    pick(page, "day_order", 1)
    with qtbot.waitSignal(page.corrected) as corrected:
        page.findChild(ColumnPicker).corrected.emit({"text": 0})
    assert corrected.args == [Reading(columns={"text": 0}, day_first=False)]


def test_another_sheet_of_the_file_is_guessed_anew(qtbot, page):
    page.show_preview(replace(PREVIEW, other_sheets=("Legend",)))
    pick(page, "day_order", 1)
    with qtbot.waitSignal(page.corrected) as corrected:
        pick(page, "sheet", 1)
    assert corrected.args == [Reading(sheet="Legend")]


def test_a_file_with_one_sheet_does_not_ask_which(page):
    assert not box(page, "sheet").isVisible()


def test_the_same_choice_again_reads_nothing_anew(qtbot, page):
    pick(page, "day_order", 1)
    with qtbot.assertNotEmitted(page.corrected):
        pick(page, "day_order", 1)


def test_another_file_starts_without_corrections(qtbot, page):
    pick(page, "day_order", 1)
    page.forget()
    with qtbot.waitSignal(page.corrected) as corrected:
        page.findChild(ColumnPicker).corrected.emit({"text": 0})
    assert corrected.args == [Reading(columns={"text": 0})]


def test_what_was_guessed_is_said(page):
    page.show_preview(replace(PREVIEW, notes=("Dates were read with the day first.",)))
    assert page.findChild(NoteList).item(0).text() == "Dates were read with the day first."


def test_another_theme_keeps_the_warning(page):
    page.show_preview(replace(PREVIEW, errors=PROBLEMS))
    page.set_theme(DARK)
    assert not page.findChild(QTabWidget, "import_tabs").tabIcon(1).isNull()
    page.show_preview(PREVIEW)
    assert page.findChild(QTabWidget, "import_tabs").tabIcon(1).isNull()
    assert not page.findChildren(CheckList)
