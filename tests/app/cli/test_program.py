"""The command line as a whole: exit codes, JSON, and one sentence instead of a traceback."""

import io
import json
import os
import subprocess
import sys

import pytest

from app.cli import program
from app.cli.answer import BAD_INPUT, DONE, FAULT, Answer
from app.cli.program import INTERRUPTED, main
from tests.architecture.project import ROOT


def test_a_word_answers_for_people_or_for_programs(say, path):
    assert "Nothing was changed" in say("verify", path).out
    assert say("verify", path, "--json").facts == {"path": str(path), "findings": []}


@pytest.mark.parametrize("words", [["--help"], ["flags", "--help"], ["--version"]])
def test_help_and_version_are_no_errors(words, say):
    said = say(*words)
    assert said.code == DONE
    assert said.out
    assert not said.err


@pytest.mark.parametrize("as_json", [False, True])
def test_what_cannot_be_done_is_one_sentence(say, tmp_path, as_json):
    path = tmp_path / "mine.countersign"
    path.write_text("notes")
    said = say("sample", path, *(["--json"] if as_json else []))
    assert said.code == BAD_INPUT
    assert "mine.countersign" in said.err
    assert len(said.err.splitlines()) == 1
    assert bool(said.out) is as_json
    if as_json:
        assert said.facts == {"error": said.err.strip()}
    assert path.read_text() == "notes"


@pytest.mark.expects_log("A fault of the program")
def test_a_fault_is_one_sentence_and_its_details_are_kept(say, path, monkeypatch):
    def broken(_request, _clock):
        raise ZeroDivisionError

    monkeypatch.setattr(program, "_word", lambda _name: broken)
    said = say("verify", path)
    assert said.code == FAULT
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert "countersign.log" in said.err


def test_ctrl_c_ends_quietly(say, path, monkeypatch):
    def stopped(_request, _clock):
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_word", lambda _name: stopped)
    said = say("verify", path)
    assert (said.code, said.out, said.err) == (INTERRUPTED, "", "")


def test_a_reader_that_reads_no_further_is_no_fault(path, monkeypatch, tmp_path):
    class Closed(io.StringIO):
        def write(self, _text):
            raise BrokenPipeError

        def fileno(self):
            return other.fileno()

    with (tmp_path / "other").open("w") as other:
        monkeypatch.setattr(sys, "stdout", Closed())
        assert main(["verify", str(path)]) == FAULT


def test_a_terminal_without_a_letter_shows_another_and_what_was_done_stays_done(path, monkeypatch):
    end = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(end, encoding="ascii"))
    words = ["--scope", "market", "--target", "Germany", "--reason", "“Brücke” 日本"]
    assert main(["hold", str(path), "--as", "Lena", *words]) == DONE
    assert b"The hold stands: ?Br?cke? ??" in end.getvalue()


def test_notes_stand_below_and_in_the_json(capsys):
    answer = Answer({"a": 1}, ["line"], notes=("An export was finished.",))
    answer.show(as_json=False)
    assert capsys.readouterr().out == "line\nAn export was finished.\n"
    answer.show(as_json=True)
    assert json.loads(capsys.readouterr().out) == {"a": 1, "notes": ["An export was finished."]}


def test_the_package_runs_as_a_program_on_any_terminal():
    done = subprocess.run(
        [sys.executable, "-m", "app", "approve"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == BAD_INPUT
    assert done.stderr.startswith("There is no word ?approve?")
    assert done.stderr.count("\n") == 1
