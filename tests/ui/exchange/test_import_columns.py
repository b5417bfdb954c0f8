from dataclasses import replace

import pytest

from app.commands.imports import RowProblem
from tests.ui.exchange.builders import CONFLICT, ROW, UNCHANGED, UPDATE
from ui.exchange.import_columns import Place, good_columns, problem_columns

GUESSED = replace(ROW, is_time_guessed=True, hints=("There is no time.",))
LEFT_ALONE = replace(CONFLICT, can_be_taken=False, clashes=(), hints=("It was approved once.",))

in_english = pytest.mark.in_english


def said(columns, row):
    return [column.text(row) for column in columns]


@in_english
@pytest.mark.parametrize(
    ("row", "what", "when", "remarks"),
    [
        (ROW, "New", "Mon 9 Nov 2026, 09:30", ""),
        (GUESSED, "New", "Mon 9 Nov 2026, 09:30, guessed", "There is no time."),
        (replace(ROW, local=None), "New", "no date: into the tray", ""),
        (
            UPDATE,
            "Updates DE-0003",
            "Mon 9 Nov 2026, 09:30",
            "Time 10:00 → 11:30 · Its approval ends.",
        ),
        (
            CONFLICT,
            "DE-0004, changed in both",
            "Mon 9 Nov 2026, 09:30",
            "Text: here “a”, in the sheet “b”",
        ),
        (
            LEFT_ALONE,
            "DE-0004, left alone",
            "Mon 9 Nov 2026, 09:30",
            "It was approved once.",
        ),
        (UNCHANGED, "DE-0005, nothing new", "Mon 9 Nov 2026, 09:30", ""),
        (replace(UNCHANGED, local=None), "DE-0005, nothing new", "no date", ""),
    ],
)
def test_a_row_says_what_happens_when_and_why(row, what, when, remarks):
    assert said(good_columns(), row) == [
        *(str(row.number), what, "Germany", "Fennel Germany", when, "", "Brot", remarks),
    ]


@pytest.mark.parametrize("row", [ROW, GUESSED, replace(ROW, local=None), CONFLICT])
def test_each_cell_that_says_something_has_a_tooltip(row):
    for column in good_columns():
        assert column.more(row) or not column.text(row)


def test_the_whole_text_is_in_the_tooltip():
    text = good_columns()[Place.TEXT]
    row = replace(ROW, text="Frisch aus\ndem Ofen")
    assert text.text(row) == "Frisch aus dem Ofen"
    assert text.more(row) == "German\n\nFrisch aus\ndem Ofen"


@in_english
@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (RowProblem(12, "Date", "No such day."), ["12", "Date", "No such day."]),
        (RowProblem(0, "", "No column with a text."), ["all", "–", "No column with a text."]),
    ],
)
def test_a_problem_names_row_column_and_what_is_wrong(problem, words):
    assert said(problem_columns(), problem) == words


def test_every_column_has_a_name_and_its_place():
    assert all(column.heading for column in (*good_columns(), *problem_columns()))
    assert len(good_columns()) == len(Place)
