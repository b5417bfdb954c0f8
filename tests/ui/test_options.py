"""What may stand behind `python -m ui`."""

import os

import pytest
from PySide6.QtCore import QSize

from app.errors import InvalidInputError
from ui.options import options_of
from ui.shown import Shown


def test_without_words_the_window_opens():
    options = options_of([])
    assert options.file is None
    assert not options.needs_no_screen


def test_every_word_is_understood(tmp_path):
    target = tmp_path / "out.png"
    options = options_of(
        [
            *("--screenshot", str(target), "--view", "Review", "--dark", "--rtl"),
            *("--size", "800x600", "--person", "Mia", "--post", "DE-0142", "plan.countersign"),
        ]
    )
    assert options.needs_no_screen
    assert options.screenshot == target
    assert options.view is Shown.REVIEW
    assert options.is_dark
    assert options.is_mirrored
    assert options.size == QSize(800, 600)
    assert (options.person, options.post) == ("Mia", "DE-0142")
    assert options.file.name == "plan.countersign"


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--view", "moon"], "there is no view “moon”, but calendar, review"),
        (["--size", "large"], "“large” is no size; write it as 1440x900"),
        (["--size", "10x10"], "“10x10” is no size"),
        (["--size", "99999x99999"], "“99999x99999” is no size"),
        (["--screenshot", "out.exe"], "“out.exe” is no name of a picture"),
        (["--screenshot", "nowhere/out.png"], "“nowhere/out.png” cannot be written"),
        (["--screenshot", "folder.png"], "“folder.png” is a folder"),
        (["--persn", "Mia"], "--persn"),
        (["a", "b"], "unrecognized arguments: b"),
    ],
)
def test_words_that_make_no_sense_are_one_sentence(words, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(InvalidInputError) as problem:
        options_of(words)
    assert said in str(problem.value)
    assert "\n" not in str(problem.value)


def test_a_folder_that_may_not_be_written_is_told_before_anything_is_painted(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with pytest.raises(InvalidInputError, match=r"out\.png"):
        options_of(["--screenshot", str(tmp_path / "out.png")])
