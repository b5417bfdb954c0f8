"""Files by what they hold."""

import io
import json
import os
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidInputError
from app.exchange import limits
from app.exchange.sheets import read_sheet
from tests.app.exchange.sheet_builders import HEADER, PLAIN, workbook

CSV = b"Date,Copy\n2027-11-09,Brot\n"


def packed(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize("name", ["plan.csv", "plan.tsv", "plan.txt", "plan", "plan.xlsx"])
def test_text_is_read_whatever_the_file_is_called(tmp_path, name):
    (tmp_path / name).write_bytes(CSV)
    found = read_sheet(tmp_path / name)
    assert (found.name, len(found.rows)) == (name, 2)


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.xlsm", "plan.csv"])
def test_a_workbook_is_read_whatever_the_file_is_called(tmp_path, name):
    (tmp_path / name).write_bytes(workbook(("Nov", [HEADER, PLAIN])))
    assert read_sheet(tmp_path / name).name == "Nov"


def test_a_sheet_of_a_workbook_can_be_asked_for(tmp_path):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbook(("Nov", [HEADER, PLAIN]), ("Dec", [HEADER])))
    assert read_sheet(path, sheet="Dec").name == "Dec"


@pytest.mark.parametrize(
    "text", ["PKW,Text\n1,2\n", "BMW,Text\n1,2\n", "{a},b\n1,2\n", "<3,b\n1,2\n"]
)
def test_a_plan_that_only_begins_like_another_kind_of_file_is_read(tmp_path, text):
    path = tmp_path / "plan.csv"
    path.write_text(text, encoding="utf-8")
    assert len(read_sheet(path).rows) == 2


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old .xls file or one with a password"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"\xff\xd8\xff\xe0", "is a picture"),
        (b"<!DOCTYPE html><table>", "is a web page"),
        (json.dumps({"doc_id": "x", "url": "https://docs.example"}).encode(), "only a link"),
        (packed("Index/Document.iwa", "preview.jpg"), "a Numbers file"),
        (packed("content.xml", "mimetype"), "an OpenDocument file"),
        (packed("word/document.xml"), "a Word document"),
        (packed("xl/workbook.bin"), "a binary .xlsb workbook"),
        (packed("a.txt"), "a packed folder"),
        (packed(), "a packed folder"),
    ],
)
def test_other_kinds_of_file_are_named_with_the_way_to_save_them(tmp_path, data, kind):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(data)
    with pytest.raises(InvalidInputError) as refused:
        read_sheet(path)
    assert kind in str(refused.value)
    assert "“plan.xlsx” is" in str(refused.value)
    assert "save the plan as .xlsx or .csv" in str(refused.value)


def test_half_an_archive_is_a_damaged_workbook(tmp_path):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(packed("xl/workbook.xml")[:40])
    with pytest.raises(InvalidInputError, match="is damaged"):
        read_sheet(path)


WHOLE = workbook(("Plan", [HEADER, PLAIN, ("=1", None, 5, 46700.5, True)]))


@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=9)
)
def test_a_workbook_with_any_damage_is_read_or_refused_in_one_sentence(tmp_path_factory, damage):
    data = bytearray(WHOLE)
    for place, byte in damage:
        data[place] = byte
    _read_or_refuse(tmp_path_factory, bytes(data))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_one_sentence(tmp_path_factory, data):
    _read_or_refuse(tmp_path_factory, data)


def _read_or_refuse(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "plan"
    path.write_bytes(data)
    with suppress(InvalidInputError):
        assert read_sheet(path).rows


def test_a_file_that_does_not_exist_is_said_so(tmp_path):
    with pytest.raises(InvalidInputError, match="There is no file"):
        read_sheet(tmp_path / "plan.csv")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(InvalidInputError, match="cannot be opened"):
        read_sheet(tmp_path)


def test_a_file_that_is_too_large_is_not_even_read(tmp_path):
    path = tmp_path / "plan.csv"
    path.touch()
    os.truncate(path, limits.MOST_BYTES + 1)
    with pytest.raises(InvalidInputError, match="larger than 25 MB"):
        read_sheet(path)
