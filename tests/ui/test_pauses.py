"""What Python does by itself does not stop the window, and takes nothing of it apart elsewhere."""

import gc
import sys
from threading import Thread, get_ident

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui import pauses
from ui.pauses import (
    LETS_GO_AFTER_S,
    SEARCHES_AFTER,
    keep_pauses_short,
    search_for_rubbish,
    search_on_this_thread_only,
)


class Program(QObject):
    loaded = Signal()


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
    search_on_this_thread_only(program)
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
    [((10, 0, 0), []), ((5_001, 3, 1), [0]), ((9_000, 21, 9), [1]), ((10, 21, 51), [2])],
)
def test_the_search_goes_as_far_back_as_is_due(monkeypatch, made, searched):
    found = []
    monkeypatch.setattr(pauses.gc, "get_count", lambda: made)
    monkeypatch.setattr(pauses.gc, "collect", found.append)
    search_for_rubbish()
    assert found == searched
