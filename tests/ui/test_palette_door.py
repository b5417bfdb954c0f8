"""The palette is made when somebody first opens it."""

import pytest
from PySide6.QtWidgets import QWidget

from ui import palette_maker
from ui.palette_door import PaletteDoor


class Maker:
    made = 0

    def __init__(self, *_parts) -> None:
        Maker.made += 1
        self.deeds = []

    def open(self) -> None:
        self.deeds.append("open")

    def open_for_places(self) -> None:
        self.deeds.append("places")

    def stop(self) -> None:
        self.deeds.append("stop")


@pytest.fixture
def door(qtbot, monkeypatch):
    monkeypatch.setattr(Maker, "made", 0)
    monkeypatch.setattr(palette_maker, "PaletteMaker", Maker)
    window = QWidget()
    qtbot.addWidget(window)
    return PaletteDoor(None, None, None, window)


def test_one_palette_serves_whoever_opens_it_again(door):
    door.open()
    door.open_for_places()
    door.stop()
    assert Maker.made == 1
    assert door._made().deeds == ["open", "places", "stop"]  # noqa: SLF001


def test_a_palette_that_nobody_opened_is_not_made_to_be_stopped(door):
    door.stop()
    assert Maker.made == 0
