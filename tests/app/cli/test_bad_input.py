"""Every kind of bad input: its exit code, one sentence that names row and field, and no change."""

import os
import sqlite3
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.cli.answer import BAD_INPUT, FOUND_SOMETHING
from app.exchange import file_bytes

HEADER = "ID,Market,Channel,Date,Time,Text\n"
GOOD = "1,DE,Instagram,2027-11-17,10:30,Unser Roggenbrot liegt heute warm für euch bereit.\n"
LONGEST_PLAN = 200_000


@dataclass(frozen=True, slots=True)
class Bad:
    """A sheet that cannot be used, and what is said about it."""

    name: str
    make: Callable[[Path], object]
    imported: str
    """What `import` says."""
    assessed: str = ""
    """What `assess` says, where it is not the same."""
    works_beside: bool = False
    """Whether a good row beside it comes in all the same."""


def text(words: str, *, name: str = "plan.csv") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_text(words, encoding="utf-8")
        return path

    return make


def raw(data: bytes, *, name: str = "plan.xlsx") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def formulas(folder: Path) -> Path:
    book = Workbook()
    book.active.append(HEADER.strip().split(","))
    book.active.append([1, "DE", "Instagram", "2027-11-17", "10:30", '="Brot"&" für alle"'])
    book.save(folder / "plan.xlsx")
    return folder / "plan.xlsx"


def bomb(folder: Path) -> Path:
    path = folder / "plan.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _megabyte in range(160):
                part.write(bytes(1_000_000))
    return path


def folder_itself(folder: Path) -> Path:
    return folder


def nothing(folder: Path) -> Path:
    return folder / "gone.csv"


SHEETS = (
    Bad(
        "a missing column",
        text("ID,Market,Channel,Date\n1,DE,Instagram,2027-11-17\n"),
        "no column with the text",
        "no column or field “text”",
    ),
    Bad(
        "an unknown market",
        text(HEADER + GOOD.replace("DE", "Atlantis")),
        "2    Market  “Atlantis” is none of the calendar's markets",
        "Row 2, market: “Atlantis” is no country",
        works_beside=True,
    ),
    Bad(
        "an unknown channel",
        text(HEADER + GOOD.replace("Instagram", "Carrier pigeon")),
        "2    Channel  “Carrier pigeon” is no channel of Germany",
        "note:channel.unknown",
        works_beside=True,
    ),
    Bad(
        "an impossible date",
        text(HEADER + GOOD.replace("2027-11-17", "31.02.2027")),
        "2    Date    “31.02.2027” is not a date",
        "Row 2, Date: “31.02.2027” is no date",
        works_beside=True,
    ),
    Bad(
        "a time that does not exist",
        text(HEADER + GOOD.replace("2027-11-17,10:30", "2027-03-28,02:30")),
        "2    Time    2027-03-28 02:30 does not exist in Germany",
        "blocked:timing.gap",
        works_beside=True,
    ),
    Bad(
        "orders of day and month that contradict each other",
        text(
            HEADER
            + "".join(
                GOOD.replace("1,DE", f"{n},DE").replace("2027-11-17", day)
                for n, day in enumerate(("17/11/2027", "11/17/2027", "05/06/2027"), start=1)
            )
        ),
        "4    Date    “05/06/2027” can mean 2027-06-05 or 2027-05-06",
        "Row 4, Date: “05/06/2027” can be read with the day or with the month first",
        works_beside=True,
    ),
    Bad(
        "two megabytes in a cell",
        text(HEADER + GOOD.replace("Roggenbrot", "Brot " * 400_000)),
        "row 2, column F: a cell has more than 100,000 characters",
    ),
    Bad(
        "200,000 rows",
        text(HEADER + "1,DE,Instagram,,,Brot\n" * LONGEST_PLAN),
        "more than 20,000 rows",
    ),
    Bad(
        "formulas without a result",
        formulas,
        "2    Text    the cell holds a formula",
        "Row 2, Text",
    ),
    Bad("a zip bomb", bomb, "would unpack to more than 150 MB"),
    Bad(
        "the sheet of another tool",
        text("Invoice,Amount,Paid\n77,12,yes\n"),
        "no column with the text",
        "no column or field “market”, “channel”, “text”",
    ),
    Bad("a picture", raw(b"\x89PNG\r\n\x1a\n" + bytes(40)), "is a picture"),
    Bad("an old workbook", raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "old .xls file"),
    Bad("a damaged workbook", raw(b"PK\x03\x04" + bytes(60)), "plan.xlsx"),
    Bad("noise", raw(bytes(range(256)) * 9, name="plan.csv"), "cannot be read as text"),
    Bad("an empty file", text(""), "is empty"),
    Bad("a header alone", text(HEADER), "Rows that stay out: 0.", "holds no posts"),
    Bad("a quotation mark too few", text(HEADER + '1,DE,X,,,"Brot\n'), "row 2: a quotation mark"),
    Bad("a folder", folder_itself, "cannot be opened"),
    Bad("a file that is not there", nothing, "There is no file"),
)
by_name = pytest.mark.parametrize("bad", SHEETS, ids=lambda bad: bad.name.replace(" ", "-"))


@pytest.fixture
def inputs(tmp_path):
    folder = tmp_path / "inputs"
    folder.mkdir()
    return folder


def squeezed(words: str) -> str:
    """Return a table's text without its line breaks."""
    return " ".join(words.split())


@by_name
def test_a_bad_sheet_brings_nothing_in(bad, say, path, inputs):
    before, sheet = path.read_bytes(), bad.make(inputs)
    for words in (("--as", "Lena"), ("--dry-run",)):
        said = say("import", path, sheet, *words)
        assert said.code == (FOUND_SOMETHING if "contradict" in bad.name else BAD_INPUT), said.err
        assert squeezed(bad.imported) in squeezed(said.out + said.err)
        assert "Traceback" not in said.err
        assert said.err.count("\n") <= 1
        if "contradict" not in bad.name:
            assert path.read_bytes() == before


@by_name
def test_a_bad_sheet_is_not_judged_either(bad, say, inputs):
    said = say("assess", bad.make(inputs), "--json")
    expected = bad.assessed or bad.imported
    if ":" in expected and expected.partition(":")[0] in ("note", "blocked"):
        severity, rule = expected.split(":")
        (post,) = said.facts["posts"]
        assert (severity, rule) in [(flag["severity"], flag["rule"]) for flag in post["flags"]]
        return
    assert said.code == (FOUND_SOMETHING if "contradict" in bad.name else BAD_INPUT)
    errors = [post.get("error", "") for post in said.facts.get("posts", [])]
    assert expected in " ".join([said.err, *errors])
    assert said.err.count("\n") <= 1


@pytest.mark.parametrize(
    "bad", [bad for bad in SHEETS if bad.works_beside], ids=lambda bad: bad.name.replace(" ", "-")
)
def test_a_bad_row_keeps_no_good_one_out(bad, say, path, inputs):
    sheet = bad.make(inputs)
    sheet.write_text(sheet.read_text("utf-8") + GOOD.replace("1,DE", "9,DE"), encoding="utf-8")
    said = say("import", path, sheet, "--as", "Lena", "--json")
    assert said.code == FOUND_SOMETHING
    assert said.facts["counts"]["new"] >= 1
    assert said.facts["errors"]


def no_calendar(path: Path) -> str:
    path.write_text("notes")
    return "is not a Countersign calendar"


def another_database(path: Path) -> str:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a(b)")
    connection.close()
    return "is not a Countersign calendar"


def half_a_calendar(path: Path) -> str:
    path.write_bytes(path.read_bytes()[:20_000])
    return "damaged"


def a_folder(path: Path) -> str:
    path.unlink()
    path.mkdir()
    return path.name


def nowhere(path: Path) -> str:
    path.unlink()
    return path.name


WORDS = {
    "flags": (),
    "log": (),
    "verify": (),
    "import": ("SHEET", "--as", "Lena"),
    "export": ("--preset", "buffer", "--to", "OUT", "--as", "Lena"),
    "hold": ("--scope", "everything", "--reason", "Storm", "--as", "Lena"),
}


@pytest.mark.parametrize(
    "spoil", [no_calendar, another_database, half_a_calendar, a_folder, nowhere]
)
def test_a_calendar_that_is_none_is_one_sentence_for_every_word(spoil, say, path, inputs):
    sheet = text(HEADER + GOOD)(inputs)
    named = spoil(path)
    before = path.read_bytes() if path.is_file() else None
    for word, more in WORDS.items():
        if (word, spoil) == ("verify", a_folder):
            continue  # a folder is what it checks
        words = [{"SHEET": sheet, "OUT": inputs / "out"}.get(part, part) for part in more]
        said = say(word, path, *words)
        assert said.code == BAD_INPUT, word
        assert said.err.count("\n") == 1, word
        assert named in said.err, word
        assert not said.out, word
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not (inputs / "out").exists()


@pytest.mark.parametrize("word", ["import", "export", "hold"])
@pytest.mark.parametrize("person", ["Zoe", " ", "Lena B R"])
def test_a_wrong_person_changes_nothing(word, person, say, path, inputs):
    before, sheet = path.read_bytes(), text(HEADER + GOOD)(inputs)
    words = [{"SHEET": sheet, "OUT": inputs / "out", "Lena": person}.get(p, p) for p in WORDS[word]]
    said = say(word, path, *words)
    assert said.code == BAD_INPUT
    assert f"is called “{person}”; there are Olga Owner, Lena Brandt" in said.err
    assert said.err.count("\n") == 1
    assert path.read_bytes() == before


def test_a_calendar_that_may_not_be_written_is_told(say, path, inputs, monkeypatch):
    may = os.access
    monkeypatch.setattr(os, "access", lambda p, mode: mode != os.W_OK and may(p, mode))
    for word in ("import", "export", "hold"):
        words = [{"SHEET": text(HEADER + GOOD)(inputs)}.get(part, part) for part in WORDS[word]]
        said = say(word, path, *words)
        assert said.code == BAD_INPUT
        assert said.err.count("\n") == 1
    assert say("flags", path).code == FOUND_SOMETHING


def test_a_sheet_that_may_not_be_read_is_told(say, path, inputs, monkeypatch):
    sheet = text(HEADER + GOOD)(inputs)

    def refused(_path, _flags):
        raise PermissionError

    monkeypatch.setattr(file_bytes, "_without_waiting", refused)
    for words in (("import", path, sheet, "--as", "Lena"), ("assess", sheet)):
        said = say(*words)
        assert said.code == BAD_INPUT
        assert "cannot be opened" in said.err
        assert said.err.count("\n") == 1
