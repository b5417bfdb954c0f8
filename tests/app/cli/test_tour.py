"""`tour FOLDER`: the main job on a sample, on any day of any year."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.cli import tour
from app.cli.answer import BAD_INPUT, DONE, FOUND_SOMETHING
from tests.builders.calendars import reader_of
from tests.builders.words import UNREAD


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "a new place" / "tour"


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 11, 9, 22, 30, tzinfo=UTC),  # half of the sample has passed
        datetime(2028, 2, 29, 12, tzinfo=UTC),
    ],
    ids=str,
)
def test_on_any_day_something_is_flagged_something_leaves_and_all_is_proved(now, say, folder):
    said = say("tour", folder, "--json", now=now)
    assert said.code == DONE, said.err
    assert said.facts["need_a_look"]
    assert said.facts["findings"] == []
    exported = Path(said.facts["export"]["folder"])
    assert exported.parent == folder
    assert exported.name.startswith("SAMPLE ")
    manifest = json.loads((exported / "manifest.json").read_text(encoding="utf-8"))
    assert all(row["approvals"] for row in manifest["rows"])
    assert len(manifest["rows"]) == said.facts["export"]["left"] > 0
    assert manifest["stayed_in"]["count"] == said.facts["export"]["stayed_in"] > 0
    assert ("past" in manifest["stayed_in"]["reasons"]) is (now.month == 11)
    reader = reader_of(Path(said.facts["calendar"]))
    assert reader.calendar().is_sample
    reader.close()


@pytest.fixture
def small(team, monkeypatch):
    """Let the tour go through the small calendar of these tests: it is made much faster."""
    monkeypatch.setattr(tour, "create_sample", lambda path, *_, **__: shutil.copy(team, path))


def test_a_person_reads_what_was_done_and_which_words_do_it_alone(small, say, folder):
    said = say("tour", folder)
    assert said.code == DONE
    path = folder / "sample.countersign"
    (exported,) = (one for one in folder.iterdir() if one.is_dir())
    typed = [line for line in said.out.splitlines() if line.startswith("    python3 run.py ")]
    assert [line.split()[2] for line in typed] == ["sample", "flags", "export", "verify"]
    exporting = f'export "{path}" --preset buffer --to "{folder}" --as "Lena Brandt" --from '
    assert exporting in typed[2]
    assert typed[3].endswith(f'verify "{exported}" --calendar "{path}"')
    assert "Anniversary of the November pogroms" in said.out
    assert UNREAD not in said.out, "it has no flag that must be answered"
    assert "2 posts left, since another person approved each; 2 stay in." in said.out
    assert "2      Nobody has approved it yet: open it in Review." in said.out
    assert "Verified: calendar and export are as they were written." in said.out


def test_what_is_not_as_it_was_written_is_said(small, say, folder, monkeypatch):
    monkeypatch.setattr(tour, "findings_of", lambda *_, **__: ("A file was changed.",))
    said = say("tour", folder)
    assert said.code == FOUND_SOMETHING
    assert said.out.endswith("A file was changed.\n")
    assert "Verified" not in said.out


def test_nothing_is_overwritten(small, say, folder):
    say("tour", folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    said = say("tour", folder)
    assert said.code == BAD_INPUT
    assert "choose a new folder" in said.err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_folder_that_cannot_be_made_is_one_sentence(say, tmp_path):
    (tmp_path / "file").touch()
    said = say("tour", tmp_path / "file" / "tour")
    assert said.code == BAD_INPUT
    assert "cannot be made here: choose another one" in said.err
