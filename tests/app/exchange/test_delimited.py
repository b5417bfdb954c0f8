"""Text files in every encoding and separator that programs write."""

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidInputError
from app.exchange import delimited
from app.exchange.delimited import read_delimited
from app.exchange.limits import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS

TEXT = 'Date;Copy\r\n2027-11-09;"Grüße, „Brot“ €\nzweite Zeile"\r\n'


def values(data):
    found = read_delimited(data, name="plan.csv")
    return [[cell.value or "" for cell in row.cells] for row in found.rows]


EXPECTED = [["Date", "Copy"], ["2027-11-09", "Grüße, „Brot“ €\nzweite Zeile"]]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_every_encoding_gives_the_same_letters(data):
    assert values(data) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(encoding):
    assert values(TEXT.replace("€", "E").encode(encoding))[0] == ["Date", "Copy"]


def test_a_guessed_alphabet_is_said_with_a_word_to_judge_it_by():
    found = read_delimited(TEXT.encode("cp1252"), name="plan.csv", languages=["de"])
    assert found.notes == (
        "Letters were read as Western European (Windows-1252): look whether “Grüße” is right.",
    )
    assert found.encoding == "cp1252"
    assert read_delimited(TEXT.encode(), name="plan.csv").notes == ()


def test_a_guess_without_a_word_is_said_all_the_same():
    found = read_delimited("Date;Copy\n9.11.;100 €".encode("cp1252"), name="p.csv")
    assert "look whether they are right" in found.notes[0]


def test_a_chosen_alphabet_is_taken_without_a_word():
    found = read_delimited("Copy\nżytni".encode("cp1250"), name="p.csv", encoding="cp1250")
    assert found.notes == ()
    assert found.rows[1].cells[0].value == "żytni"


def test_an_alphabet_that_does_not_fit_is_refused():
    with pytest.raises(InvalidInputError, match=r"cannot be read as Unicode \(UTF-8\); choose"):
        read_delimited("Copy\nGrüße".encode("cp1252"), name="p.csv", encoding="utf-8")


def test_damaged_letters_are_said():
    text = "Copy\n" + "Grüße aus Köln, schöner Gruß, früh und spät, süß\n" * 3
    found = read_delimited(text.encode() + b"Gr\xfc\xdfe", name="p.csv")
    assert found.notes[0].startswith("Some letters are damaged, as in “Gr")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_recognised(separator):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator)
    writer.writerows([["Datum", "Uhrzeit", "Text"], ["9.11.", "9:30", "Brot, frisch; warm | süß"]])
    assert [len(row) for row in values(out.getvalue().encode())] == [3, 3]


def test_commas_in_unquoted_texts_do_not_hide_the_semicolons():
    data = b"Date;Copy\n9.11.;eins, zwei, drei\n10.11.;eins, zwei, drei\n"
    assert values(data)[1] == ["9.11.", "eins, zwei, drei"]


def test_excels_own_word_about_the_separator_is_believed_and_no_row_moves():
    found = read_delimited(b"sep=|\nDate|Copy\n9.11.|a,b,c\n", name="p.csv")
    assert [(row.number, len(row.cells)) for row in found.rows] == [(2, 2), (3, 2)]
    assert values(b"sep=\t\r\nDate\tCopy\r\n") == [["Date", "Copy"]]


def test_rows_keep_the_numbers_that_a_spreadsheet_shows():
    found = read_delimited(b'Date,Copy\n\n9.11.,"a\nb"\n,\n10.11.,c\n', name="p.csv")
    assert [row.number for row in found.rows] == [1, 3, 5]
    assert found.blank_rows == 2
    assert found.is_delimited


def test_one_column_is_a_table_too():
    assert values(b"Copy\nHello\n") == [["Copy"], ["Hello"]]


@given(
    st.lists(
        st.lists(
            st.text(
                st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=30
            ),
            min_size=2,
            max_size=4,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_table_that_was_written_strictly_is_read_whole(table):
    table = [["Date", "Copy", "Link", "Notes"], *table]
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(table)
    kept = [row for row in table if any(cell.strip() for cell in row)]
    assert values(out.getvalue().encode("utf-8-sig")) == kept


def test_empty_lines_without_end_are_not_read_to_their_end(monkeypatch):
    monkeypatch.setattr(delimited, "_LAST_ROW", 100)
    with pytest.raises(InvalidInputError, match="has more than 20,000 rows"):
        read_delimited(b"a,b\n" + b"\n" * 100, name="plan.csv")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "“plan.csv” is empty; choose the file that holds the plan."),
        (b"\n , \n", "is empty"),
        (b'Date,Copy\n9.11.,"open\n10.11.,b\n', "row 2: a quotation mark is not closed"),
        (b'Date,Copy\n9.11.,"a"b\n', "row 2: a quotation mark is not closed or not doubled"),
        (b"Date,Copy\n\0\0\0", "cannot be read as text; save it as .xlsx or as .csv in UTF-8"),
        (b"\xff\xfeD\xd8\x00", "cannot be read as text"),
        (b"Copy\n" + b"\x81\x8d\x8f\x90\x9d\x01\x02" * 20, "cannot be read as text"),
        (b"Date,Copy\n9.11.," + b"x" * (MOST_CHARACTERS + 1), "row 2, column B: a cell has more"),
        (b"Date,Copy\n9.11.," + b"x" * 2_000_000, "row 2, column B: a cell has more than"),
        (b"Date,Copy\n" + b"," * (MOST_COLUMNS + 1) + b"x", "row 2: there are more than 500"),
        (b"a,b\n" * (MOST_ROWS + 1), "has more than 20,000 rows; split it"),
    ],
    ids=[
        "empty",
        "blank",
        "open",
        "stray",
        "zeros",
        "half",
        "bytes",
        "cell",
        "2 MB",
        "wide",
        "long",
    ],
)
def test_bad_input_is_one_sentence_with_the_way_out(data, sentence):
    with pytest.raises(InvalidInputError) as refused:
        read_delimited(data, name="plan.csv")
    assert sentence in str(refused.value)
