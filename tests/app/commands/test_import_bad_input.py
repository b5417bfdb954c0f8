"""Every kind of bad sheet: one sentence with row, field and way out, and an untouched calendar."""

import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.commands.imports import import_rows, preview_import
from app.commands.people import choose_person
from app.commands.session import Session
from app.errors import InvalidInputError
from tests.builders.calendars import LENA, NOW, knowledge, reader_of, team_session
from tests.builders.sheets import csv_sheet, workbook

HEADER = ("ID", "Date", "Time", "Market", "Platform", "Copy")
BREAD = "Unser Roggenbrot liegt heute warm für euch bereit."
ROW = ("1", "2027-11-17", "10:30", "DE", "Instagram", BREAD)
AGAIN = "mport again."


def row(**changes):
    return tuple(changes.get(name, value) for name, value in zip(HEADER, ROW, strict=True))


def sheet(*rows: tuple[object, ...], header: tuple[str, ...] = HEADER) -> Callable[[Path], Path]:
    return lambda folder: csv_sheet(folder / "plan.csv", [header, *rows])


def book(*rows: tuple[object, ...]) -> Callable[[Path], Path]:
    return lambda folder: workbook(folder / "plan.xlsx", [HEADER, *rows])


def raw(data: bytes, name: str = "plan.xlsx") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return make


def saved(made: Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def bomb() -> bytes:
    """Return a workbook of 160 KB that would unpack to 160 MB."""
    out = io.BytesIO(saved(Workbook()))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet2.xml", "w") as part,
    ):
        for _megabyte in range(160):
            part.write(bytes(1_000_000))
    return out.getvalue()


def entities() -> bytes:
    """Return a workbook whose parts grow without end when they are read."""
    grow = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    whole, out = zipfile.ZipFile(io.BytesIO(saved(Workbook()))), io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name, grow if name.endswith("sheet1.xml") else whole.read(name))
    return out.getvalue()


BAD_ROWS = {
    "an unknown market": (row(Market="Atlantis"), "Market", "“Atlantis” is none of the calendar's"),
    "no market": (row(Market=""), "Market", "the market is missing"),
    "an unknown channel": (row(Platform="Pigeon"), "Platform", "“Pigeon” is no channel of Germany"),
    "a network that the market has not": (
        row(Platform="TikTok"),
        "Platform",
        "Germany has no channel on “TikTok”",
    ),
    "no channel": (row(Platform=""), "Platform", "it is not said on which channel of Germany"),
    "an impossible date": (row(Date="31.02.2027"), "Date", "“31.02.2027” is not a date"),
    "a date far from any plan": (row(Date="1900-01-00"), "Date", "“1900-01-00” is not a date"),
    "a word for a date": (row(Date="soonish"), "Date", "“soonish” is not a date"),
    "a time that does not exist": (
        row(Date="2027-03-28", Time="02:30"),
        "Time",
        "2027-03-28 02:30 does not exist in Germany",
    ),
    "an impossible time": (row(Time="25:30"), "Time", "“25:30” is not a time of day"),
    "seconds": (row(Time="10:30:15"), "Time", "“10:30:15” is not a time of day"),
    "an error for a text": (row(Copy="#REF!"), "Copy", "the cell shows the error #REF!"),
    "one cell too many": ((*ROW, "stray"), "", "there are more cells than columns"),
}
BAD_FILES = {
    "two megabytes in a cell": (
        sheet(row(Copy="Brot " * 400_000)),
        "“plan.csv”, row 2, column F: a cell has more than 100,000 characters; shorten it",
    ),
    "an empty workbook": (
        raw(saved(Workbook())),
        "The sheet “Sheet” of “plan.xlsx” is empty; choose the one with the plan.",
    ),
    "200,000 rows": (
        raw(b"Copy,Market\n" + b"Brot,DE\n" * 200_000, "plan.csv"),
        "“plan.csv” has more than 20,000 rows; split it and import the parts.",
    ),
    "more columns than any plan": (
        raw(b"Copy" + b"," * 600 + b"x\n", "plan.csv"),
        "“plan.csv”, row 1: there are more than 500 columns; delete the others.",
    ),
    "a quotation mark too few": (
        raw(b'Copy,Market\nBrot,DE\n"Brot,DE\n', "plan.csv"),
        "“plan.csv”, row 3: a quotation mark is not closed or not doubled; correct it",
    ),
    "a zip bomb": (raw(bomb()), "“plan.xlsx” would unpack to more than 150 MB; copy the plan into"),
    "entities that grow": (raw(entities()), "“plan.xlsx” is damaged or not a whole .xlsx; open it"),
    "half a workbook": (raw(saved(Workbook())[:-300]), "“plan.xlsx” is damaged or not a whole"),
    "a PDF": (raw(b"%PDF-1.7"), "“plan.xlsx” is a PDF; save the plan as .xlsx or .csv"),
    "a picture": (raw(b"\x89PNG\r\n\x1a\n"), "“plan.xlsx” is a picture; save the plan as"),
    "an old workbook": (
        raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        "“plan.xlsx” is an old .xls file or one with a password; save the plan as",
    ),
    "noise": (
        raw(bytes(range(256)) * 4, "plan.csv"),
        "“plan.csv” cannot be read as text; save it as",
    ),
    "nothing": (raw(b"", "plan.csv"), "“plan.csv” is empty; choose the file that holds the plan."),
    "no file": (lambda folder: folder / "gone.csv", "gone.csv”; choose another one."),
    "a folder": (lambda folder: folder, "cannot be opened; close it elsewhere or choose another"),
}
BAD_SHEETS = {
    "no text": (
        sheet(ROW[:5], header=HEADER[:5]),
        "The sheet has no column with the text of the posts. Choose it and import again.",
    ),
    "no market": (
        sheet(ROW[:3] + ROW[5:], header=HEADER[:3] + HEADER[5:]),
        "The sheet has no column with the market. Choose one market for the whole sheet.",
    ),
    "another tool's sheet": (
        sheet(("77", "12", "yes"), header=("Invoice", "Amount", "Paid")),
        "The sheet has no column with the text of the posts. Choose it and import again.",
    ),
}


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("team") / "team.countersign"
    team_session(path).close()
    return path


@pytest.fixture
def calendar(team: Path, tmp_path: Path) -> Iterator[Path]:
    """Give a calendar whose bytes must be the same in the end."""
    path = Path(shutil.copy(team, tmp_path / "team.countersign"))
    yield path
    assert path.read_bytes() == team.read_bytes()


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "inputs"
    folder.mkdir()
    return folder


def previewed(calendar, path):
    """Return what the sheet would do, and see that it does nothing."""
    reader = reader_of(calendar)
    session = Session.open(calendar, knowledge(), origin="test@here")
    session.clock = lambda: NOW
    choose_person(session, person_id=LENA)
    try:
        preview = preview_import(reader, path)
        with pytest.raises(InvalidInputError, match=r"No row of “.*” can be used"):
            import_rows(session, preview=preview)
        return preview
    finally:
        session.close()
        reader.close()


@pytest.mark.parametrize("bad", BAD_ROWS)
def test_a_bad_row_is_named_with_its_column_and_the_way_out(calendar, inputs, bad):
    cells, column, sentence = BAD_ROWS[bad]
    (error,) = previewed(calendar, sheet(cells)(inputs)).errors
    assert (error.number, error.column) == (2, column)
    assert sentence in error.message
    assert error.message.endswith(AGAIN)


def test_all_that_is_wrong_with_a_row_is_said_at_once(calendar, inputs):
    cells = row(Date="31.02.2027", Time="25:30", Market="Atlantis")
    errors = previewed(calendar, sheet(cells)(inputs)).errors
    assert {error.column for error in errors} == {"Date", "Time", "Market"}
    assert {error.number for error in errors} == {2}


def test_a_formula_without_a_result_is_named(calendar, inputs):
    (error,) = previewed(calendar, book(row(Copy='="Brot"&"!"'))(inputs)).errors
    assert (error.number, error.column) == (2, "Copy")
    assert "the cell holds a formula without a result. Open the sheet in Excel" in error.message


def test_dates_that_contradict_each_other_are_not_guessed(calendar, inputs):
    days = ("25/11/2027", "11/25/2027", "05/06/2027")
    rows = [row(ID=str(n), Date=day, Platform="Pigeon") for n, day in enumerate(days)]
    errors = previewed(calendar, sheet(*rows)(inputs)).errors
    (ambiguous,) = [error for error in errors if error.column == "Date"]
    assert ambiguous.number == 4
    assert "“05/06/2027” can mean 2027-06-05 or 2027-05-06. Choose for" in ambiguous.message


@pytest.mark.parametrize("bad", BAD_SHEETS)
def test_what_the_whole_sheet_lacks_is_said_once(calendar, inputs, bad):
    make, sentence = BAD_SHEETS[bad]
    errors = previewed(calendar, make(inputs)).errors
    assert (0, "", sentence) in [(e.number, e.column, e.message) for e in errors]
    assert all(error.number == 0 for error in errors)


@pytest.mark.parametrize("bad", BAD_FILES)
def test_a_bad_file_is_refused_in_one_sentence(calendar, inputs, bad):
    make, sentence = BAD_FILES[bad]
    reader = reader_of(calendar)
    with pytest.raises(InvalidInputError) as refused:
        preview_import(reader, make(inputs))
    reader.close()
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)
