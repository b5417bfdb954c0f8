"""Where a replay comes from."""

from datetime import datetime
from pathlib import Path

import pytest

from app.commands.assess_file import AssessedFile, AssessedPost
from app.commands.imports import import_rows, preview_import
from app.commands.replay_sources import replay_of_file, replay_of_preview
from app.domain.flag import Flag, Severity

FLAG = Flag("day.solemn", Severity.STOP, "day.solemn:x", "m", "9 November", "Why.")
SHEET = (
    "Date,Time,Market,Channel,Text\n"
    "2027-11-09,10:30,Germany,Instagram,Brot und Kuchen für alle heute\n"
    "2027-11-16,10:30,Germany,Instagram,Roggenbrot liegt für euch bereit\n"
    "never,10:30,Germany,Instagram,Dieser Tag kommt nicht\n"
)


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_a_judged_file_becomes_a_replay():
    local = datetime(2026, 3, 2, 10)
    judged = AssessedPost("1", "DE", local, "UTC", ("x",), ("DE",), (FLAG,), "", "X", "Brot")
    found = replay_of_file(Path("/plans/plan.csv"), AssessedFile((judged,), ("A note.",)))
    assert found.name == "plan.csv"
    assert found.notes == ("A note.",)
    assert found.stopped[0].text == "Brot"
    assert found.stopped[0].channel == "X"


def test_a_sheet_that_would_come_in_becomes_a_replay_with_the_rows_that_stay_out(reader, sheet):
    found = replay_of_preview(preview_import(reader, sheet))
    assert [post.id for post in found.stopped] == ["Row 2"]
    assert found.stopped[0].market == "Germany"
    assert found.stopped[0].channel == "Instagram"
    assert found.tally.posts == 2
    (unread,) = found.unread
    assert unread.id == "Row 4"
    assert "never" in unread.error


def test_rows_that_are_here_already_are_left_out_and_counted(session, reader, sheet):
    import_rows(session, preview=preview_import(reader, sheet))
    found = replay_of_preview(preview_import(reader, sheet))
    assert found.tally.posts == 0
    assert found.notes[0] == "2 rows are in the calendar already and were not judged again."
