import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from ui.calendar.zone_dialog import ZoneDialog


@pytest.fixture
def dialog(qtbot):
    made = ZoneDialog("Asia/Tokyo")
    qtbot.addWidget(made)
    return made


def test_it_begins_with_the_zone_that_is_shown(dialog, qtbot):
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.findChild(QPushButton, "show_zone"), Qt.MouseButton.LeftButton)
    assert dialog.zone == "Asia/Tokyo"


def test_a_zone_that_there_is_not_cannot_be_shown(dialog):
    show = dialog.findChild(QPushButton, "show_zone")
    dialog.findChild(QComboBox, "zone").setCurrentText("Mars/Olympus")
    assert not show.isEnabled()
    assert show.toolTip()
