"""`verify FILE-OR-DIR`."""

import shutil
import sqlite3
from pathlib import Path

from app.cli.answer import BAD_INPUT, DONE, FOUND_SOMETHING


def exported(say, path, folder):
    words = ("--preset", "buffer", "--to", folder, "--as", "Lena", "--json")
    return Path(say("export", path, *words).facts["folder"])


def test_an_untouched_calendar_and_its_export_are_proven(say, path, tmp_path):
    folder = exported(say, path, tmp_path / "out")
    for words in ((path,), (folder,), (folder, "--calendar", path)):
        said = say("verify", *words)
        assert said.code == DONE, said.out
        assert "Nothing was changed" in said.out


def test_a_changed_file_is_found_and_named(say, path, tmp_path):
    folder = exported(say, path, tmp_path / "out")
    table = next(folder.glob("*.csv"))
    table.write_bytes(table.read_bytes() + b"x")
    for words in ((path,), (folder,)):
        said = say("verify", *words)
        assert said.code == FOUND_SOMETHING
        assert table.name in said.out
        assert "2 findings" in said.out
    facts = say("verify", folder, "--json").facts
    assert table.name in facts["findings"][0]


def test_a_calendar_that_does_not_know_the_export_says_so(say, path, team, tmp_path):
    folder = exported(say, path, tmp_path / "out")
    other = shutil.copy(team, tmp_path / "other.countersign")
    said = say("verify", folder, "--calendar", other)
    assert said.code == FOUND_SOMETHING
    assert "not recorded this export" in said.out


def test_history_that_was_rewritten_is_found(say, path):
    with sqlite3.connect(path) as connection:
        (name,) = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit' LIMIT 1"
        ).fetchone()
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.close()
    assert say("verify", path).code in (BAD_INPUT, FOUND_SOMETHING)


def test_a_folder_without_a_manifest_is_a_finding(say, tmp_path):
    said = say("verify", tmp_path)
    assert said.code == FOUND_SOMETHING
    assert "manifest" in said.out


def test_a_file_that_is_not_there_is_bad_input(say, tmp_path):
    assert say("verify", tmp_path / "gone.countersign").code == BAD_INPUT
    assert say("verify", tmp_path, "--calendar", tmp_path / "gone").code == BAD_INPUT
