"""The raw parts of a workbook: counted before they are read, and what stands between the cells."""

import io
import zipfile

import pytest
from openpyxl.worksheet.hyperlink import Hyperlink

from app.errors import InvalidInputError
from app.exchange import workbook, workbook_parts
from app.exchange.workbook import read_workbook
from app.exchange.workbook_parts import Part, inspected
from tests.app.exchange.sheet_builders import HEADER, PLAIN, saved
from tests.app.exchange.sheet_builders import workbook as made

PLAN = ("Plan", [HEADER, PLAIN])


def read(data):
    return read_workbook(data, name="plan.xlsx")


def test_a_bomb_that_admits_its_size_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(workbook_parts, "MOST_UNPACKED_BYTES", 1_000_000)
    out = io.BytesIO(made(PLAN))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bomb.bin", b"\0" * 1_000_001)
    monkeypatch.setattr(workbook, "load_workbook", None)
    with pytest.raises(InvalidInputError, match="would unpack to more than 150 MB"):
        read(out.getvalue())


def test_a_bomb_that_lies_about_its_size_is_refused(monkeypatch):
    monkeypatch.setattr(workbook_parts, "MOST_UNPACKED_BYTES", 50_000)
    out = io.BytesIO(made(PLAN))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b"\0" * 5_000_000)
    data = out.getvalue().replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(InvalidInputError, match=r"plan\.xlsx"):
        read(data)


def test_what_is_counted_while_unpacking_is_what_counts():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"x" * 60_000)
        part = archive.infolist()[0]
        with pytest.raises(InvalidInputError, match="would unpack"):
            workbook_parts._scanned(archive, part, 50_000, "plan.xlsx")  # noqa: SLF001
        assert workbook_parts._scanned(archive, part, 60_000, "plan.xlsx").size == 60_000  # noqa: SLF001


def test_addresses_behind_words_are_found_and_places_in_the_file_are_none():
    book = made(("Plan", [("Copy", "Asset"), ("Brot", "Photo"), ("x", "y")]), save=False)
    book["Plan"]["B2"].hyperlink = "https://cdn.example/a.jpg?x=1&y=2"
    book["Plan"]["B3"].hyperlink = Hyperlink(ref="B3", location="Plan!A1")
    part = inspected(saved(book), "plan.xlsx")["Plan"]
    assert part.links == {(2, 1): "https://cdn.example/a.jpg?x=1&y=2"}


def test_a_plain_sheet_tells_nothing_beside_its_cells():
    assert inspected(made(PLAN), "plan.xlsx") == {"Plan": Part()}


def test_formulas_and_merged_cells_are_noticed():
    book = made(PLAN, save=False)
    book["Plan"]["A3"] = "=1+1"
    book["Plan"].merge_cells("B2:B4")
    part = inspected(saved(book), "plan.xlsx")["Plan"]
    assert (part.has_formulas, part.merged) == (True, frozenset({"B2:B4"}))
