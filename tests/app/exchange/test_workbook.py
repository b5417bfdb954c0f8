"""Workbooks: what is read, and what is not believed."""

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from app.errors import InvalidInputError
from app.exchange import limits, workbook
from app.exchange.cells import Cell
from app.exchange.workbook import read_workbook
from tests.app.exchange.sheet_builders import HEADER, PLAIN, saved
from tests.app.exchange.sheet_builders import workbook as made

PLAN = ("Plan", [HEADER, PLAIN])


def read(data, **options):
    return read_workbook(data, name="plan.xlsx", **options)


def values(data, **options):
    return [[cell.value for cell in row.cells] for row in read(data, **options).rows]


def repacked(data, change):
    """Return the archive with each part changed by a function of name and bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, change(info.filename, old.read(info)))
    return out.getvalue()


def test_a_plan_is_read_cell_by_cell():
    assert values(made(PLAN)) == [list(HEADER), list(PLAIN)]


def test_dates_and_times_keep_their_kind():
    book = made(("Plan", []), save=False)
    sheet = book["Plan"]
    sheet.append([datetime(2027, 11, 9), datetime(2027, 11, 9, 9, 30), time(9, 30), 46335, True])
    sheet.append([timedelta(hours=9, minutes=30), timedelta(days=2), 1.5, "text"])
    sheet["A1"].number_format = "dd.mm.yyyy"
    sheet["B1"].number_format = "dd.mm.yyyy hh:mm"
    first, second = read(saved(book)).rows
    assert first.cells == (
        Cell(datetime(2027, 11, 9)),
        Cell(datetime(2027, 11, 9, 9, 30), has_clock=True),
        Cell(time(9, 30)),
        Cell(46335.0),
        Cell("TRUE"),
    )
    assert second.cells == (
        Cell(time(9, 30)),
        Cell("2 days, 0:00:00"),
        Cell(1.5),
        Cell("text"),
    )


def test_the_sheet_with_the_plan_is_found_among_others_and_these_are_named():
    data = made(("Cover", [["Solvane 2027"]]), PLAN, ("Ideas", [["maybe"]]))
    found = read(data)
    assert found.name == "Plan"
    assert found.others == ("Cover", "Ideas")


def test_any_sheet_can_be_asked_for():
    assert values(made(PLAN, ("Ideas", [["maybe"]])), sheet="Ideas") == [["maybe"]]


def test_without_a_plan_the_first_sheet_that_holds_anything_is_read():
    assert read(made(("Empty", []), ("List", [["a", "b"]]))).name == "List"


def test_hidden_sheets_are_not_read():
    book = made(PLAN, ("Other", [HEADER]), save=False)
    book["Plan"].sheet_state = "hidden"
    assert read(saved(book)).name == "Other"


def test_charts_are_no_sheets():
    book = made(PLAN, save=False)
    book.create_chartsheet("Chart").add_chart(BarChart())
    assert read(saved(book)).others == ()


def test_rows_keep_their_numbers_and_empty_ones_at_the_end_are_nothing():
    book = made(("Plan", [HEADER, [], PLAIN]), save=False)
    book["Plan"]["A9000"].number_format = "0"
    found = read(saved(book))
    assert [row.number for row in found.rows] == [1, 3]
    assert found.blank_rows == 1


def test_a_formula_without_a_result_is_told_apart_from_an_empty_cell():
    rows = read(made(("Plan", [HEADER, ["2027-11-09", None, "DE", "=A1&B1", "x"]]))).rows
    assert [cell.is_formula for cell in rows[1].cells] == [False, False, False, True, False]


def test_a_formula_with_a_result_is_its_result():
    data = repacked(
        made(("Plan", [HEADER, ["=1+1"]])),
        lambda name, part: (
            part.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
            if name.endswith("sheet1.xml")
            else part
        ),
    )
    assert read(data).rows[1].cells == (Cell(2.0),)


def test_a_cell_merged_downwards_counts_for_every_row_beside_it():
    rows = [HEADER, PLAIN, [None, "10:00", "DE", "Facebook", "b"], [], [None, "11:00"], ["x"]]
    book = made(("Plan", rows), save=False)
    book["Plan"].merge_cells("A2:A5")
    found = read(saved(book)).rows
    assert [(row.number, row.cell(0).value) for row in found] == [
        (1, "Date"),
        (2, "2027-11-10"),
        (3, "2027-11-10"),
        (5, "2027-11-10"),
        (6, "x"),
    ]


def test_what_stands_below_a_merged_cell_all_the_same_is_kept():
    merged = b'</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
    data = repacked(
        made(("Plan", [HEADER, PLAIN, ("2027-11-12", "10:00")])),
        lambda _, part: part.replace(b"</sheetData>", merged),
    )
    assert values(data)[2] == ["2027-11-12", "10:00"]


def test_a_cell_merged_sideways_is_not_repeated():
    book = made(("Plan", [["Monday", None, None], HEADER, PLAIN]), save=False)
    book["Plan"].merge_cells("A1:C1")
    assert values(saved(book))[0] == ["Monday"]


def test_what_excel_hides_in_a_text_is_unfolded_and_cleaned():
    assert values(made(("Plan", [["eins_x000D_\nzwei"]]))) == [["eins\r\nzwei"]]


def test_serial_numbers_of_old_macs_count_from_their_own_day():
    book = made(PLAN, save=False)
    assert read(saved(book)).epoch == date(1899, 12, 30)
    book.epoch = CALENDAR_MAC_1904
    assert read(saved(book)).epoch == date(1904, 1, 1)


def test_a_false_word_about_the_size_of_a_sheet_is_not_believed():
    data = repacked(
        made(PLAN),
        lambda _, part: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', part),
    )
    assert values(data) == [list(HEADER), list(PLAIN)]


def test_an_archive_of_thousands_of_parts_is_refused():
    out = io.BytesIO(made(PLAN))
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(limits.MOST_PARTS):
            archive.writestr(f"xl/media/{number}", b"")
    with pytest.raises(InvalidInputError, match="would unpack"):
        read(out.getvalue())


def test_entities_that_grow_without_end_are_refused():
    bomb = (
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;</workbook>'
    )
    data = repacked(made(PLAN), lambda name, part: bomb if name == "xl/workbook.xml" else part)
    with pytest.raises(InvalidInputError, match="is damaged"):
        read(data)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_damaged_part_is_one_sentence_with_the_way_out(part):
    data = repacked(made(PLAN), lambda name, old: old[: len(old) // 2] if name == part else old)
    with pytest.raises(InvalidInputError, match="save it as"):
        read(data)


def test_a_file_that_was_cut_off_is_one_sentence():
    with pytest.raises(InvalidInputError, match="damaged"):
        read(made(PLAN)[:-100])


@pytest.mark.parametrize(
    ("data", "options", "sentence"),
    [
        (made(("Plan", [])), {}, "The sheet “Plan” of “plan.xlsx” is empty"),
        (made(PLAN), {"sheet": "Nov"}, "has no sheet “Nov”; choose one of: Plan"),
        (
            made(("Plan", [["a"] * (limits.MOST_COLUMNS + 1)])),
            {},
            "row 1: there are more than 500 columns",
        ),
    ],
    ids=["empty", "unknown", "wide"],
)
def test_bad_input_is_one_sentence_with_the_way_out(data, options, sentence):
    with pytest.raises(InvalidInputError) as refused:
        read(data, **options)
    assert sentence in str(refused.value)


def test_more_rows_than_any_plan_are_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    with pytest.raises(InvalidInputError, match="more than 20,000 rows"):
        read(made(("Plan", [HEADER, PLAIN, PLAIN])))


def test_a_row_that_says_it_stands_beyond_any_sheet_is_not_looked_for(monkeypatch):
    monkeypatch.setattr(workbook, "_LAST_ROW", 1_000)
    data = repacked(made(PLAN), lambda _, part: part.replace(b'r="2"', b'r="1001"'))
    with pytest.raises(InvalidInputError, match="is damaged or not a whole"):
        read(data)


def test_a_cell_that_is_too_long_is_named(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_CHARACTERS", 20)
    with pytest.raises(InvalidInputError, match="row 2, column C"):
        read(made(("Plan", [HEADER, ["a", "b", "c" * 21]])))


def test_a_workbook_without_visible_sheets_is_refused():
    book = Workbook()
    book.create_chartsheet("Chart").add_chart(BarChart())
    book.active = 1
    del book["Sheet"]
    with pytest.raises(InvalidInputError, match="has no sheet"):
        read(saved(book))


def test_the_address_behind_words_comes_with_them():
    book = made(("Plan", [("Copy", "Asset"), ("Brot", "Photo")]), save=False)
    book["Plan"]["B2"].hyperlink = "https://cdn.example/a.jpg"
    book["Plan"]["A2"] = '=HYPERLINK("https://shop.example/brot","Brot")'
    counted = (b'"A2"><f>', b'"A2" t="str"><f>'), (b"</f><v />", b"</f><v>Brot</v>")
    data = saved(book)
    for before, after in counted:  # as a spreadsheet program keeps what it has worked out
        data = repacked(data, lambda _name, part, b=before, a=after: part.replace(b, a))
    assert [cell.link for cell in read(data).rows[1].cells] == [
        *("https://shop.example/brot", "https://cdn.example/a.jpg"),
    ]


def test_a_row_beyond_any_sheet_is_not_looked_for_among_formulas_either(monkeypatch):
    monkeypatch.setattr(workbook, "_LAST_ROW", 1_000)
    book = made(PLAN, save=False)
    book["Plan"]["A2000"] = "=1+1"
    with pytest.raises(InvalidInputError, match="is damaged"):
        read(saved(book))
