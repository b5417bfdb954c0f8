"""What an import would do: sorted and counted for whoever looks at it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.commands.import_preview import ImportPreview, PreviewRow, RowProblem
from app.commands.import_words import FieldChange
from app.commands.merging import Outcome
from app.domain.flag import Severity
from tests.builders.domain import GERMANY, INSTAGRAM, flag

ROW = PreviewRow(2, GERMANY, INSTAGRAM, datetime(2027, 11, 8, 10), False, "Brot", "de", ())
UPDATE = replace(ROW, number=3, outcome=Outcome.UPDATE, ends_approval=True)
CONFLICT = replace(ROW, number=4, outcome=Outcome.CONFLICT, can_be_taken=True)
UNCHANGED = replace(ROW, number=5, outcome=Outcome.UNCHANGED)
GUESSED = replace(ROW, number=8, is_time_guessed=True, hints=("There is no time.",))
STOPPED = replace(ROW, number=9, flags=(flag(Severity.STOP), flag(Severity.NOTE)))


def preview_of(*rows, errors=()):
    return ImportPreview(
        path=Path("plan.xlsx"),
        sheet_name="Plan",
        other_sheets=(),
        headers=(),
        header_row=1,
        sample_rows=(),
        mapping={},
        fields=(),
        rows=rows,
        errors=errors,
        notes=(),
        day_first=True,
        needs_market=False,
    )


def test_what_needs_a_look_stands_first():
    careful = replace(STOPPED, number=1, flags=(flag(Severity.CAUTION),))
    hinted = replace(ROW, number=7, hints=("The picture has no address.",))
    quiet = replace(UPDATE, number=6, ends_approval=False, changes=(FieldChange("a", "b", "c"),))
    preview = preview_of(UNCHANGED, ROW, hinted, GUESSED, quiet, careful, STOPPED, UPDATE, CONFLICT)
    assert [row.number for row in preview.urgent_first] == [4, 3, 6, 9, 1, 8, 7, 2, 5]
    assert [row.number for row in preview.new_rows] == [9, 1, 8, 7, 2]


def test_every_row_is_counted_by_what_happens_with_it_and_by_its_gravest_flag():
    preview = preview_of(ROW, STOPPED, UPDATE, CONFLICT, UNCHANGED).looked_through()
    assert [len(preview.rows_that_are(one)) for one in Outcome] == [2, 1, 1, 1]
    assert (preview.tally.stopped, preview.tally.noted, preview.tally.posts) == (1, 0, 5)
    assert [row.asks for row in preview.rows] == [False, True, False, False, False]
    assert (STOPPED.worst, ROW.worst) == (Severity.STOP, None)


def test_a_row_with_two_problems_stays_out_once():
    problems = (RowProblem(7, "Day", "No."), RowProblem(7, "Copy", "No."), RowProblem(0, "", "No."))
    assert preview_of(errors=problems).bad_rows == (7,)
