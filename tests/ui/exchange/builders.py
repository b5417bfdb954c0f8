"""Previews of an import for tests of the window."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.commands.import_preview import ImportPreview, PreviewRow, RowProblem
from app.commands.import_words import FieldChange
from app.commands.merging import Outcome
from tests.builders.ui import GERMANY, channel

ROW = PreviewRow(
    number=2,
    market=GERMANY,
    channel=channel(GERMANY),
    local=datetime(2026, 11, 9, 9, 30),
    is_time_guessed=False,
    text="Brot",
    language="de",
    flags=(),
    key="new",
)
UPDATE = replace(
    ROW,
    number=3,
    outcome=Outcome.UPDATE,
    key="update",
    post_name="DE-0003",
    changes=(FieldChange("Time", "10:00", "11:30"),),
    ends_approval=True,
)
CONFLICT = replace(
    ROW,
    number=4,
    outcome=Outcome.CONFLICT,
    key="conflict",
    post_name="DE-0004",
    clashes=(FieldChange("Text", "“a”", "“b”"),),
    can_be_taken=True,
)
UNCHANGED = replace(ROW, number=5, outcome=Outcome.UNCHANGED, key="old", post_name="DE-0005")
PREVIEW = ImportPreview(
    path=Path("plan.xlsx"),
    sheet_name="Plan",
    other_sheets=(),
    headers=("Day", "Copy"),
    header_row=1,
    sample_rows=(("9.11.", "Brot"),),
    mapping={"date": 0, "text": 1},
    fields=(("date", "Date"), ("text", "Text")),
    rows=(ROW,),
    errors=(),
    notes=(),
    day_first=True,
    needs_market=False,
)
PROBLEMS = (RowProblem(3, "Day", "No such day."), RowProblem(3, "Copy", "Empty."))
