"""Cells as values."""

from datetime import datetime, time

import pytest

from app.exchange.cells import Cell, Sheet, SheetRow, column_letter, folded


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell(), ""),
        (Cell("  Brot \n"), "Brot"),
        (Cell("eins\r\nzwei\rdrei"), "eins\nzwei\ndrei"),
        (Cell(12.0), "12"),
        (Cell(0.5), "0.5"),
        (Cell(46335.395833), "46335.39583"),
        (Cell(time(9, 30)), "09:30"),
        (Cell(datetime(2027, 11, 9)), "2027-11-09"),
        (Cell(datetime(2027, 11, 9, 9, 30), has_clock=True), "2027-11-09 09:30"),
    ],
)
def test_a_cell_reads_as_a_person_sees_it(cell, text):
    assert cell.text == text


def test_blanks_alone_are_nothing_but_a_formula_is_something():
    assert Cell(" \n").is_empty
    assert not Cell(is_formula=True).is_empty


def test_a_row_is_empty_beyond_its_end():
    assert SheetRow(3, (Cell("a"),)).cell(7) == Cell()


def test_blank_rows_are_those_between_the_others():
    rows = tuple(SheetRow(number, (Cell("x"),)) for number in (3, 4, 8))
    assert Sheet("Plan", rows).blank_rows == 3
    assert Sheet("Plan", ()).blank_rows == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Veröffentlichung  am:", "VEROFFENTLICHUNG AM"),
        ("Straße", "STRASSE"),
        ("Date/Time", "date time"),
        ("🇩🇪", "de"),
        ("@solvane.de", "Solvane DE"),
    ],
)
def test_names_are_compared_without_case_accents_and_signs(one, other):
    assert folded(one) == folded(other)


def test_names_in_other_scripts_are_kept():
    assert folded("日本") == "日本"
    assert folded("السعودية") == "السعودية"


@pytest.mark.parametrize(
    ("column", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_called_as_in_a_spreadsheet(column, letter):
    assert column_letter(column) == letter
