"""Proof that nothing was changed behind the program's back."""

import errno
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from app.commands.calendars import create_calendar
from app.commands.exports import export_posts
from app.commands.verifying import findings_of
from app.errors import CalendarFileError
from app.exchange.manifest import digest
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


def forge(folder):
    """Change a text together with all digests of the manifest."""
    (table,) = folder.glob("*.csv")
    table.write_bytes(table.read_bytes().replace(b"Roggenbrot", b"Weissbrot "))
    manifest = json.loads((folder / "manifest.json").read_bytes())
    manifest["files"][0] |= {"sha256": digest(table.read_bytes()), "rows": 0, "first_row": 99}
    manifest["rows"] = []
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def test_a_forged_manifest_is_found_by_the_calendar(path, folder):
    assert findings_of(Path(folder), calendar=path) == ()
    forge(Path(folder))
    assert findings_of(Path(folder)) == ()
    (found,) = findings_of(Path(folder), calendar=path)
    assert "not the one that the calendar has recorded" in found


def test_a_calendar_checks_the_folders_that_it_wrote(path, folder):
    forge(Path(folder))
    (found,) = findings_of(path)
    assert found.startswith(f"{folder}: manifest.json")


def test_a_calendar_says_nothing_of_a_folder_that_was_taken_away(path, folder):
    shutil.rmtree(folder)
    assert findings_of(path) == ()


def test_a_calendar_names_a_folder_that_cannot_be_read(path, folder, monkeypatch):
    def refuse(_path):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert findings_of(path) == (f"{folder} cannot be read; allow reading it.",)


def test_a_folder_that_a_calendar_never_wrote_is_said_so(folder, tmp_path):
    other = tmp_path / "other.countersign"
    create_calendar(other, name="Other", owner_name="Olga")
    (found,) = findings_of(Path(folder), calendar=other)
    assert "has not recorded this export" in found


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
