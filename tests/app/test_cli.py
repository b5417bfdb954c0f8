"""The command line."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import BAD_INPUT, DONE, FOUND_SOMETHING, main
from tests.builders.calendars import reader_of

ROOT = Path(__file__).resolve().parents[2]


def test_a_sample_is_made_and_verified(tmp_path, capsys):
    path = tmp_path / "sample.countersign"
    assert main(["sample", str(path)]) == DONE
    assert main(["verify", str(path)]) == DONE
    assert "Nothing was changed" in capsys.readouterr().out


def test_an_empty_calendar_gets_its_owner(tmp_path):
    path = tmp_path / "new.countersign"
    assert main(["new", str(path), "--name", "Solvane", "--owner", "Olga"]) == DONE
    reader = reader_of(path)
    assert [person.name for person in reader.calendar().people] == ["Olga"]
    reader.close()


def test_a_file_in_the_way_is_one_sentence(tmp_path, capsys):
    path = tmp_path / "mine.countersign"
    path.write_text("notes")
    assert main(["sample", str(path)]) == BAD_INPUT
    said = capsys.readouterr().err
    assert "mine.countersign" in said
    assert len(said.strip().splitlines()) == 1


def test_a_folder_without_a_manifest_is_a_finding(tmp_path, capsys):
    assert main(["verify", str(tmp_path)]) == FOUND_SOMETHING
    assert "manifest" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["approve", "x"], ["sample"], []])
def test_no_word_approves_and_a_missing_word_explains_itself(words, capsys):
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == BAD_INPUT
    assert "usage" in capsys.readouterr().err


def test_the_package_runs_as_a_program(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "app", "verify", str(tmp_path / "gone")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == BAD_INPUT
    assert "Traceback" not in done.stderr
