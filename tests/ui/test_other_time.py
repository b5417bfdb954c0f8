import pytest
from PySide6.QtCore import QTimeZone
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.calendar.zone_dialog import ZoneDialog
from ui.other_time import OtherTime
from ui.preferences import OWN_ZONE, Preferences
from ui.widgets.own_clock import own_zone


class Desk:
    def __init__(self, qtbot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.key, self.menu = QAction("Second time", self.window, checkable=True), None
        self.menu = QMenu(self.window)
        self.time = OtherTime(self.key, self.menu, Preferences(), self.window)
        self.time.set_zones(["Asia/Tokyo", "America/Sao_Paulo", "Asia/Tokyo"])
        self.clocks = []
        self.time.chosen.connect(self.clocks.append)

    def item(self, name: str) -> QAction:
        return self.menu.findChild(QAction, name) or next(
            one for one in self.menu.actions() if one.objectName() == name
        )


@pytest.fixture
def desk(qtbot):
    return Desk(qtbot)


def test_at_first_posts_say_the_time_of_their_market_alone(desk):
    assert desk.time.clock is None
    assert not desk.key.isChecked()


def test_the_key_shows_the_readers_own_time_and_puts_it_away(desk):
    desk.time.toggle()
    assert desk.clocks[-1].zone == own_zone()
    assert desk.clocks[-1].is_own
    assert desk.key.isChecked()
    desk.time.toggle()
    assert desk.clocks[-1] is None


def test_the_zone_of_a_market_is_chosen_from_the_menu_and_the_key_brings_it_back(desk, qtbot):
    desk.item("other_time_Asia/Tokyo").trigger()
    assert desk.clocks[-1].zone == "Asia/Tokyo"
    assert desk.item("other_time_Asia/Tokyo").isChecked()
    desk.time.toggle()
    desk.time.toggle()
    assert desk.clocks[-1].zone == "Asia/Tokyo"
    assert Desk(qtbot).time.clock.zone == "Asia/Tokyo", "it is there at the next start"


def test_the_menu_names_each_zone_once(desk):
    names = [one.objectName() for one in desk.menu.actions()]
    assert names.count("other_time_Asia/Tokyo") == 1
    assert f"other_time_{OWN_ZONE}" in names


def test_any_zone_there_is_can_be_chosen(desk):
    desk.item("another_zone").trigger()
    (dialog,) = desk.window.findChildren(ZoneDialog)
    dialog._field.set_zone("Asia/Kathmandu")  # noqa: SLF001 - as if it were chosen
    dialog.accept()
    assert desk.clocks[-1].zone == "Asia/Kathmandu"
    assert desk.item("other_time_Asia/Kathmandu").isChecked()


def test_the_readers_own_zone_is_that_of_the_computer():
    assert own_zone() == bytes(QTimeZone.systemTimeZoneId().data()).decode()
