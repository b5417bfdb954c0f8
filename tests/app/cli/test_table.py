"""Tables that fit, whatever letters stand in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cli.table import Column, cut, plain, table, terminal_width, width_of, wrapped

COLUMNS = (Column("Post", 10), Column("Why"))
WORDS = (
    "Dieser Satz ist so lang, dass er in eine Zeile nicht passen kann, auch nicht in eine breite. "
)


def test_the_last_column_wraps_and_the_others_are_cut():
    lines = list(table(COLUMNS, [("DE-0001-and-more", WORDS * 2), ("FR-0001", "kurz")]))
    assert lines[0].split() == ["Post", "Why"]
    assert lines[2].startswith("DE-0001-a…  Dieser Satz")
    assert lines[3].startswith(" " * 12)
    assert lines[-1] == "FR-0001     kurz"
    assert max(map(width_of, lines)) <= 100


def test_a_cell_may_hold_several_lines():
    lines = list(table(COLUMNS, [("DE-0001\nX", "one\ntwo\nthree")]))
    assert lines[2:] == ["DE-0001  one", "X        two", "         three"]


def test_a_table_without_rows_still_has_its_head():
    assert list(table(COLUMNS, [])) == ["Post  Why", "----  ---"]


def test_east_asian_letters_take_two_places():
    assert width_of("日本 X") == 6
    assert cut("日本語のパン", 7) == "日本語…"
    assert wrapped("日本語のパン屋", 6) == ["日本語", "のパン", "屋"]


def test_marks_and_joiners_take_none_and_stay_with_their_letter():
    assert width_of("e\u0301") == 1
    assert cut("e\u0301e\u0301e\u0301", 2) == "e\u0301…"
    assert width_of("❤\ufe0f") == 2


def test_nothing_in_a_cell_steers_the_terminal():
    assert plain("a\x1b[31mb\tc\u202ed\n\ud800") == "a\ufffd[31mb cd \ufffd"


@pytest.mark.parametrize(("columns", "width"), [("20", 80), ("120", 120), ("999", 160)])
def test_a_table_is_as_wide_as_the_terminal_within_reason(columns, width, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == width
    assert max(map(width_of, table(COLUMNS, [("DE-0001", WORDS * 9)]))) <= width


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=200)), max_size=4))
def test_no_text_makes_a_line_too_wide(rows):
    assert all(width_of(line) <= 100 for line in table(COLUMNS, rows))


@given(st.text(), st.integers(20, 60))
def test_wrapping_loses_nothing(text, most):
    lines = wrapped(text, most)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line) <= most for line in lines)
