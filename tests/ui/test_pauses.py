"""What Python does by itself does not stop the window, and takes nothing of it apart elsewhere."""

import gc
import sys
from threading import Thread, get_ident

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest

from ui import pauses
from ui.pauses import (
    LETS_GO_AFTER_S,
    OVERDUE,
    SEARCHES_AFTER,
    Searcher,
    keep_pauses_short,
    search_for_rubbish,
)


class Program(QObject):
    loaded = Signal()
    window = None


@pytest.fixture(autouse=True)
def as_it_was():
    switch = sys.getswitchinterval()
    yield
    sys.setswitchinterval(switch)


@pytest.fixture
def program():
    made = Program()
    yield made
    made.deleteLater()


def test_what_is_loaded_is_searched_no_more_and_work_beside_lets_the_window_go_on(
    program, monkeypatch
):
    frozen = []
    monkeypatch.setattr(pauses.gc, "freeze", lambda: frozen.append(1))
    keep_pauses_short(program)
    assert sys.getswitchinterval() == pytest.approx(LETS_GO_AFTER_S)
    assert not gc.isenabled()
    assert not frozen
    program.loaded.emit()
    assert frozen == [1]


def lose_a_timer(gone):
    """Make what only Python's search finds, and what only the window's thread may take apart."""
    lost = QTimer()
    lost.itself = lost
    lost.start(60_000)
    lost.destroyed.connect(lambda: gone.append(get_ident()), Qt.ConnectionType.DirectConnection)


def test_what_belongs_to_the_window_is_taken_apart_on_its_own_thread(program, qtbot):
    gone = []
    Searcher(program, lambda: False)
    lose_a_timer(gone)
    made = []
    busy = Thread(target=lambda: made.extend([] for _ in range(20 * SEARCHES_AFTER[0])))
    busy.start()
    busy.join()
    assert not gone
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [get_ident()]


@pytest.mark.parametrize(
    ("made", "searched"),
    [((10, 0, 0), []), ((5_001, 3, 1), [0]), ((9_000, 5, 9), [1]), ((10, 5, 251), [2])],
)
def test_the_search_goes_as_far_back_as_is_due(monkeypatch, made, searched):
    found = []
    monkeypatch.setattr(pauses.gc, "get_count", lambda: made)
    monkeypatch.setattr(pauses.gc, "collect", found.append)
    search_for_rubbish()
    assert found == searched


@pytest.mark.parametrize(
    ("made", "searched"),
    [
        ((10, 5, 251), [1]),
        ((10, 3, 251), []),
        ((10, 3, 1 + OVERDUE * SEARCHES_AFTER[2]), [2]),
    ],
)
def test_nobody_at_work_waits_for_a_search_through_what_is_old_unless_it_is_overdue(
    monkeypatch, made, searched
):
    found = []
    monkeypatch.setattr(pauses.gc, "get_count", lambda: made)
    monkeypatch.setattr(pauses.gc, "collect", found.append)
    search_for_rubbish(spares_old=lambda: True)
    assert found == searched


@pytest.fixture
def old_searches(monkeypatch):
    """The times at which all that is old was searched; it is always due."""
    found = []
    monkeypatch.setattr(pauses.gc, "get_count", lambda: (10, 3, 251))
    monkeypatch.setattr(pauses.gc, "collect", found.append)
    return found


def test_what_is_old_is_searched_once_nothing_is_under_way(program, qtbot, old_searches):
    under_way = [True]
    Searcher(program, lambda: bool(under_way))
    qtbot.wait(3 * pauses.LOOKS_EVERY_MS)
    assert not old_searches
    under_way.clear()
    qtbot.waitUntil(lambda: bool(old_searches))


def test_a_touch_of_the_window_puts_the_search_off(program, qtbot, old_searches, monkeypatch):
    monkeypatch.setattr(pauses, "RESTS_AFTER_S", 60.0)
    monkeypatch.setattr(pauses, "monotonic", lambda: 1000.0)
    window = QWindow()
    searcher = Searcher(program, lambda: False)
    QGuiApplication.instance().focusWindowChanged.emit(window)
    QTest.keyClick(window, Qt.Key.Key_A)
    qtbot.wait(3 * pauses.LOOKS_EVERY_MS)
    assert not old_searches
    monkeypatch.setattr(pauses, "monotonic", lambda: 1061.0)
    qtbot.waitUntil(lambda: bool(old_searches))
    assert searcher.parent() is program
