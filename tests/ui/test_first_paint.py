"""The moment from which a person sees the window."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import first_paint
from ui.first_paint import FirstPaint


class Part(QLabel):
    def __init__(self, painted: list[str]) -> None:
        super().__init__("part")
        self._painted = painted

    def paintEvent(self, event) -> None:
        super().paintEvent(event)
        self._painted.append("part")


@pytest.fixture
def happened():
    return []


@pytest.fixture
def window(qtbot, happened):
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(Part(happened))
    return made


def waited_for(window, happened):
    made = FirstPaint(window)
    made.came.connect(lambda: happened.append("came"))
    made.wait()
    return made


def test_it_comes_once_and_after_all_parts_have_been_painted(qtbot, window, happened):
    window.show()
    waited_for(window, happened)
    qtbot.waitUntil(lambda: "came" in happened)
    window.repaint()
    assert happened[0] == "part"
    assert happened.count("came") == 1


def test_a_window_that_nobody_sees_is_not_waited_for(qtbot, window, happened):
    waited_for(window, happened)
    qtbot.waitUntil(lambda: happened == ["came"])


def test_a_window_that_is_never_painted_is_not_waited_for_for_ever(
    qtbot, window, happened, monkeypatch
):
    monkeypatch.setattr(first_paint, "AT_THE_LATEST_MS", 1)
    window.show()
    window.setUpdatesEnabled(False)
    waited_for(window, happened)
    qtbot.waitUntil(lambda: "came" in happened)


def test_a_window_that_goes_is_told_nothing(qtbot, window, happened):
    waited_for(window, happened).stop()
    qtbot.wait(1)
    assert happened == []
