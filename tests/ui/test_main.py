import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from tests.architecture.project import ROOT
from tests.builders import calendars


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "team.countersign"
    session = calendars.team_session(made)
    calendars.ready_post(session)
    session.close()
    return made


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ui", *words],
        cwd=ROOT,
        # a picture needs no screen, whatever the desktop says
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": ":99"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    "words",
    [
        ["--person", "Lena", "--post", "DE-0001"],
        ["--view", "review", "--dark", "--person", "Marc", "--post", "DE-0001"],
        ["--view", "export", "--rtl"],
        ["--view", "tray", "--person", "Lena"],
    ],
    ids=["post", "review", "export", "tray"],
)
def test_a_picture_is_taken_without_a_screen(words, path, tmp_path):
    target = tmp_path / "picture.png"
    done = run("--screenshot", str(target), "--size", "1000x700", *words, str(path))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    picture = QImage(str(target))
    assert picture.size() == QSize(1000, 700)


def test_a_picture_of_a_file_that_cannot_be_opened_is_an_error(tmp_path):
    broken = tmp_path / "broken.countersign"
    broken.write_text("no calendar", encoding="utf-8")
    done = run("--screenshot", str(tmp_path / "picture.png"), str(broken))
    assert done.returncode == 2
    assert "broken" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_picture_of_the_sample_shows_its_week(tmp_path):
    target = tmp_path / "sample.png"
    done = run("--screenshot", str(target))
    assert done.returncode == 0, done.stderr
    assert QImage(str(target)).width() == 1440


def test_options_that_make_no_sense_are_one_sentence_and_no_window(path):
    done = run("--size", "foo", str(path))
    assert done.returncode == 2
    assert "“foo” is no size" in done.stderr
    assert done.stderr.count("\n") == 1
