"""What may be typed, and the one sentence for all else."""

import shlex
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest

from app.cli.parser import EXAMPLES, FILES_OF_WORDS, SCOPES, understood
from app.domain.hold import Scope
from app.errors import InvalidInputError

EXPORT = ["export", "plan", "--as", "Mia", "--preset", "buffer", "--to", "out"]


def test_every_word_has_its_file_and_explains_itself(capsys):
    for word, file in FILES_OF_WORDS.items():
        assert callable(import_module(f"app.cli.{file}").answer)
        with pytest.raises(SystemExit) as end:
            understood([word, "--help"])
        assert end.value.code == 0
        said = " ".join(capsys.readouterr().out.split())
        assert "--json" in said
        assert f"For example: python3 run.py {EXAMPLES[word]}" in said


@pytest.mark.parametrize("word", FILES_OF_WORDS)
def test_every_example_is_understood(word):
    assert understood(shlex.split(EXAMPLES[word])).word == word


def test_the_scopes_are_those_of_holds():
    assert list(SCOPES) == [scope.value for scope in Scope]


@pytest.mark.parametrize("is_packed", [True, False])
def test_what_only_the_sources_can_do_is_named_only_there(is_packed, monkeypatch, capsys):
    monkeypatch.setattr("sys.frozen", is_packed, raising=False)
    with pytest.raises(SystemExit):
        understood(["--help"])
    assert ("bench" in capsys.readouterr().out) is not is_packed


def test_the_help_names_every_word_and_says_that_none_approves(capsys):
    with pytest.raises(SystemExit):
        understood(["--help"])
    said = capsys.readouterr().out
    assert all(f"    {word} " in said for word in FILES_OF_WORDS)
    assert "No word approves a post" in " ".join(said.split())


@pytest.mark.parametrize("word", ["approve", "lift", "tick"])
def test_what_needs_a_person_is_kindly_refused(word):
    with pytest.raises(InvalidInputError, match="needs a person who reads them"):
        understood([word, "plan.countersign", "--as", "Marc"])


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ([], "Say what to do: sample, new, "),
        (["rehearse"], "no word “rehearse”; there are sample, new, "),
        (["Exprt"], "no word “Exprt”: did you mean “export”?"),
        (["sample"], "FILE"),
        (["--jsn"], "WORD"),
        (["verify", "a", "b"], "unrecognized arguments: b"),
        (["flags", "a", "--form", "2026-01-01"], "--form"),
        (["flags", "a", "--fro", "2026-01-01"], "--fro"),
        (["flags", "a", "--from", "2026-02-30"], "“2026-02-30” is no day"),
        (["flags", "a", "--from", "2026-02-02", "--to", "2026-02-01"], "turn them round"),
        (["export", "a", "--preset", "buffer", "--to", "out"], "--as"),
        (["assess", "a", "--encoding", "klingon"], "“klingon” is no alphabet"),
        (["assess", "a", "--encoding", "hex"], "“hex” is no alphabet"),
        ([*EXPORT, "--now", "noon"], "“noon” is no moment"),
        ([*EXPORT, "--now", "0001-01-01T00:00+09:00"], "is no moment"),
    ],
)
def test_what_is_not_understood_is_one_sentence_with_the_way_out(words, named):
    with pytest.raises(InvalidInputError) as problem:
        understood(words)
    assert named in str(problem.value)
    assert "\n" not in str(problem.value)


def test_days_moments_and_markets_are_read():
    asked = understood([*EXPORT, "--from", "2026-11-09", "--market", "DE", "--market", "France"])
    assert asked.file == Path("plan")
    assert (asked.first, asked.last) == (date(2026, 11, 9), None)
    assert asked.markets == ["DE", "France"]
    assert asked.also_at is None


@pytest.mark.parametrize(
    "text", ["2026-11-09T10:30Z", "2026-11-09T11:30+01:00", "2026-11-09T10:30"]
)
def test_a_moment_without_a_zone_is_that_of_this_computer(text):
    assert understood([*EXPORT, "--now", text]).also_at == datetime(2026, 11, 9, 10, 30, tzinfo=UTC)
