"""What `--smoke` says: all of it works, or what does not."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap

import ui.smoke
from app.commands.self_check import Ground, Outcome, trials, tried
from tests.architecture.project import ROOT
from ui.errors import Errors
from ui.picture import Picture
from ui.shown import SIZE
from ui.smoke import said, window_trials


@pytest.mark.in_english
def test_it_works_without_any_screen_and_leaves_nothing_but_the_picture(tmp_path):
    target = tmp_path / "smoke.png"
    home = tmp_path / "home"
    home.mkdir()
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--smoke", str(target)],
        cwd=ROOT,
        env={**bare, "HOME": str(home), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    *lines, last = done.stdout.splitlines()
    assert all(line.startswith("worked  ") for line in lines)
    assert {one.name for one in trials()} <= {line[8:].partition(":")[0] for line in lines}
    assert last == f"All of it works: {len(lines)} trials."
    assert QImage(str(target)).size() == SIZE
    assert not list(home.iterdir())


@pytest.mark.in_english
def test_one_failure_fails_it_and_is_named_at_the_end(capsys):
    outcomes = [Outcome("a holiday", found="元日"), Outcome("an icon", problem="nothing is drawn")]
    assert said(outcomes) == 1
    assert capsys.readouterr().out.splitlines() == [
        "worked  a holiday: 元日",
        "FAILED  an icon: nothing is drawn",
        "Not all of it works: an icon.",
    ]


@pytest.fixture
def try_window(qapp, tmp_path):
    """Try the icon and the window; return what went wrong with each."""
    errors = Errors(tmp_path / "faults.log")
    target = tmp_path / "smoke.png"

    def try_it() -> list[str]:
        tried_out = window_trials(qapp, errors, target)
        return [tried(one, Ground(tmp_path)).problem for one in tried_out]

    yield try_it
    errors.close()


def blank(*_, **__) -> QPixmap:
    picture = QPixmap(24, 24)
    picture.fill(Qt.GlobalColor.white)
    return picture


@pytest.mark.in_english
def test_an_icon_that_is_not_drawn_and_an_empty_window_are_failures(try_window, monkeypatch):
    def paint_nothing(picture, _file):
        white = QImage(SIZE, QImage.Format.Format_RGB32)
        white.fill(Qt.GlobalColor.white)
        white.save(str(picture._wanted.target))  # noqa: SLF001  in place of the real painting
        return ""

    monkeypatch.setattr(ui.smoke, "pixmap", blank)
    monkeypatch.setattr(Picture, "take", paint_nothing)
    icon, window = try_window()
    assert "severity-stop" in icon
    assert "empty" in window


def test_a_window_that_does_not_open_is_a_failure(try_window):
    icon, window = try_window()
    assert not icon
    assert "sample.countersign" in window


@pytest.mark.in_english
def test_a_window_without_letters_is_a_failure(try_window, monkeypatch):
    monkeypatch.setattr(Picture, "take", lambda *_: "")
    monkeypatch.setattr(ui.smoke.QFontDatabase, "families", list)
    _icon, window = try_window()
    assert "no font" in window
