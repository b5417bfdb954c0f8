"""What Python does by itself does not stop the window."""

import gc
import sys

import pytest
from PySide6.QtCore import QObject, Signal

from ui import pauses
from ui.pauses import LETS_GO_AFTER_S, SEARCHES_AFTER, keep_pauses_short


class Program(QObject):
    loaded = Signal()


@pytest.fixture
def as_it_was():
    switch, thresholds = sys.getswitchinterval(), gc.get_threshold()
    yield
    sys.setswitchinterval(switch)
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("as_it_was")
def test_what_is_loaded_is_searched_no_more_and_work_beside_lets_the_window_go_on(monkeypatch):
    frozen = []
    monkeypatch.setattr(pauses.gc, "freeze", lambda: frozen.append(1))
    program = Program()
    keep_pauses_short(program)
    assert sys.getswitchinterval() == pytest.approx(LETS_GO_AFTER_S)
    assert gc.get_threshold() == SEARCHES_AFTER
    assert not frozen
    program.loaded.emit()
    assert frozen == [1]
