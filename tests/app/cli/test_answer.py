"""Answers in letters that the other end can hold."""

import io
import json
import sys

import pytest

from app.cli.answer import in_json, say_refused

WORDS = "Grüße 日本 😀"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_json_survives_every_terminal(encoding, monkeypatch):
    end = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(end, encoding=encoding))
    sys.stdout.write(in_json({"text": WORDS}))
    sys.stdout.flush()
    assert json.loads(end.getvalue().decode(encoding)) == {"text": WORDS}


def test_half_a_letter_breaks_no_json():
    assert json.loads(in_json({"text": "a\ud800"})) == {"text": "a\ud800"}


def test_json_cannot_steer_the_terminal():
    said = in_json({"text": "\x1b]0;a\x07 \x9b31m \x7f"})
    assert said.isprintable()
    assert json.loads(said) == {"text": "\x1b]0;a\x07 \x9b31m \x7f"}


def test_a_sentence_cannot_steer_the_terminal(capsys):
    say_refused("“\x1b[2Jnote.csv”\nis no sheet", as_json=False)
    assert capsys.readouterr().err == "“\ufffd[2Jnote.csv” is no sheet\n"
