"""What conftest.py and qt_ground.py promise for every test, tried on planted offenders."""

import os
import re
import subprocess
import sys

import pytest

from tests.architecture.project import ROOT

CONFTEST = """
from tests.conftest import a_home_of_its_own, a_silent_log, pytest_configure
from tests.qt_ground import nothing_left_behind, one_look, settings_of_its_own, what_stands_already
"""
OFFENDERS = """
import logging, threading, time, warnings
import pytest
from PySide6.QtCore import QSettings, QThread, QTimer
from PySide6.QtWidgets import QApplication, QLabel

kept = []

def test_leaves_a_window():
    kept.append(QLabel("left"))

def test_leaves_a_timer():
    timer = QTimer()
    timer.start(60_000)
    kept.append(timer)

def test_leaves_a_qt_thread():
    class Sleeper(QThread):
        def run(self):
            time.sleep(1)
    kept.append(Sleeper())
    kept[-1].start()

def test_leaves_a_python_thread():
    threading.Thread(target=time.sleep, args=(1,)).start()

def test_logs_a_warning():
    logging.getLogger("app").warning("the disk is nearly full")

@pytest.mark.expects_log("the moon")
def test_expects_a_record_that_does_not_come():
    pass

def test_warns():
    warnings.warn("old", DeprecationWarning)

def test_makes_qt_complain():
    QTimer.singleShot(-1, lambda: None)

@pytest.mark.expects_log("nearly full")
def test_good_logs_what_it_names():
    logging.getLogger("app").error("the disk is nearly full")

def test_good_closes_its_window(qtbot):
    label = QLabel("seen")
    qtbot.addWidget(label)
    label.show()

def test_good_lets_its_window_go():
    QLabel("nobody holds me")

def test_good_ends_its_timer():
    timer = QTimer()
    timer.start(60_000)
    timer.stop()
    kept.append(timer)

def test_good_keeps_its_settings_to_itself(tmp_path):
    assert QSettings("Countersign", "Countersign").fileName().startswith(str(tmp_path))

def test_good_looks_the_same_everywhere():
    assert QApplication.style().objectName() == "fusion"
    assert QApplication.font().family() == "DejaVu Sans"
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """Run the planted tests as ours run; return per test whether it passed, failed, or both."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_planted.py").write_text(OFFENDERS)
    command = [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", "--rootdir", folder]
    report = subprocess.run(
        [*command, "-rA", "-p", "no:randomly", "-p", "no:cacheprovider", folder],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    ).stdout
    found = re.findall(r"^(PASSED|FAILED|ERROR) .*::(test_\w+)", report, flags=re.MULTILINE)
    assert found, report
    return {name: {result for result, test in found if test == name} for _, name in found}


OFFENCES = re.findall(r"def (test_(?!good)\w+)", OFFENDERS)
GOOD = re.findall(r"def (test_good\w+)", OFFENDERS)


@pytest.mark.parametrize("name", OFFENCES)
def test_an_offender_is_caught(name, outcomes):
    assert outcomes[name] & {"FAILED", "ERROR"}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_test_is_left_in_peace(name, outcomes):
    assert outcomes[name] == {"PASSED"}
