"""What holds for every test with a window: no screen, one look, and nothing left behind.

COUNTERSIGN_TESTS=abroad turns the window round, right to left, and lets it speak the pseudo-locale.
"""

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QSettings,
    Qt,
    QThread,
    QThreadPool,
    QTimer,
)
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app import wording
from tests import pseudo
from tests.ear import hear_plain_words
from ui.pauses import search_for_rubbish


@pytest.fixture(autouse=True)
def settings_of_its_own(tmp_path: Path) -> None:
    """QSettings writes into a folder of the test."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for file_format in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(file_format, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def at_home_or_abroad(
    request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """The window speaks English from left to right, or abroad neither, where a test allows it."""
    is_abroad = os.environ.get("COUNTERSIGN_TESTS") == "abroad"
    if is_abroad and not request.node.get_closest_marker("left_to_right"):
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if is_abroad and not request.node.get_closest_marker("in_english"):
        monkeypatch.setenv("LANGUAGE", pseudo.LOCALE)
        wording.speak_the_readers_language(request.getfixturevalue("pseudo_locale"))
        hear_plain_words(monkeypatch)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    wording.speak_english()


@pytest.fixture(scope="session")
def pseudo_locale(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the catalogue of the pseudo-locale."""
    folder = tmp_path_factory.mktemp("locale")
    pseudo.write_catalog(folder)
    return folder


@pytest.fixture(autouse=True)
def one_look(qapp: QApplication) -> None:
    """Pictures come out the same on every computer, whatever the test before has changed."""
    qapp.setStyleSheet("")
    qapp.setStyle("Fusion")
    qapp.setPalette(QPalette())
    qapp.setFont(QFont("DejaVu Sans", 10))
    qapp.styleHints().unsetColorScheme()


@pytest.fixture(autouse=True, scope="module")
def what_stands_already() -> None:
    """What lives before a file of tests is no test's: to look through it each time takes long."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def rubbish_waits() -> None:
    """Rubbish is searched for between tests: on another thread it would take a window apart."""
    gc.disable()


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """No window, thread or running timer outlives its test."""
    before = set(_left_behind())
    yield
    search_for_rubbish()
    _let_go()
    left = set(_left_behind()) - before
    if left:  # what only Python's own rubbish holds is not left behind
        gc.collect()
        _let_go()
        left = set(_left_behind()) - before
    assert not left, f"left behind: {sorted(left)}"


def _let_go() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QThreadPool.globalInstance().waitForDone(1000)


def _left_behind() -> Iterator[str]:
    for widget in QApplication.topLevelWidgets():
        if not _belongs_to_qt(widget):
            yield f"window {_described(widget)}"
    for thing in _qt_objects():
        if (
            isinstance(thing, QThread)
            and thing.isRunning()
            and thing is not QThread.currentThread()
        ):
            yield f"thread {_described(thing)}"
        if isinstance(thing, QTimer) and thing.isActive():
            yield f"timer {_described(thing)}"
    for thread in threading.enumerate():
        if not isinstance(thread, threading._DummyThread | threading._MainThread):  # noqa: SLF001
            yield f"Python thread {thread.name}"


def _qt_objects() -> Iterator[QObject]:
    for thing in gc.get_objects():
        if issubclass(type(thing), QThread | QTimer) and isValid(thing):
            yield thing


def _belongs_to_qt(widget: QWidget) -> bool:
    return widget.metaObject().className() in {"QTipLabel", "QComboBoxPrivateContainer"}


def _described(thing: QObject) -> str:
    return f"{type(thing).__name__} {thing.objectName()!r} at {id(thing):#x}"
