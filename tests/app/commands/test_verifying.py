"""Proof that nothing was changed behind the program's back."""

import sqlite3

import pytest

from app.commands.exports import export_posts
from app.commands.verifying import findings_of
from app.errors import CalendarFileError
from tests.builders.calendars import GERMANY, QUIET_DAY, approve_as, ready_post


@pytest.fixture
def folder(session, reader, tmp_path):
    approve_as(session, reader, ready_post(session))
    return export_posts(
        session,
        preset="buffer",
        first=QUIET_DAY,
        last=QUIET_DAY,
        market_ids=[GERMANY],
        folder=tmp_path,
    ).outcome.folder


def test_an_untouched_calendar_and_folder_have_nothing_to_say(path, folder, tmp_path):
    assert findings_of(path) == ()
    assert findings_of(tmp_path / folder) == ()


def test_a_changed_file_is_named(folder, tmp_path):
    (file,) = (tmp_path / folder).glob("*.csv")
    file.write_bytes(file.read_bytes().replace(b"Roggenbrot", b"Weissbrot"))
    assert any(file.name in sentence for sentence in findings_of(tmp_path / folder))


def test_a_text_changed_behind_the_programs_back_is_found(path, folder):
    raw = sqlite3.connect(path)
    raw.execute("DROP TRIGGER revision_frozen")
    raw.execute("UPDATE revision SET text = 'Heimlich'")
    raw.commit()
    raw.close()
    try:
        found = findings_of(path)
    except CalendarFileError as error:
        found = (str(error),)
    assert found


def test_a_path_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CalendarFileError, match="gone"):
        findings_of(tmp_path / "gone.countersign")
