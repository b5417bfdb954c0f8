"""A network for several markets: a channel in each, with the handle that it has there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton

from tests.builders.calendars import FRANCE, GERMANY, LENA
from tests.builders.ui_c import become, calendar_of, settle
from ui.settings.network_dialog import NetworkDialog
from ui.theme import DARK, LIGHT

pytestmark = pytest.mark.in_english


@pytest.fixture
def dialog(qtbot, path, operations):
    made = NetworkDialog(calendar_of(path), operations, ["instagram", "x", "facebook"], LIGHT)
    qtbot.addWidget(made)
    made.open()
    return made


def part(dialog, kind, name):
    return dialog.findChild(kind, name)


def choose(dialog, network):
    box = part(dialog, QComboBox, "network_of_many")
    box.setCurrentIndex(box.findData(network))


def ticked(dialog):
    return [one for one in (GERMANY, FRANCE) if part(dialog, QCheckBox, f"on_{one}").isChecked()]


def add(dialog):
    return part(dialog, QPushButton, "add_channels")


def test_what_is_missing_is_said_before_anything_can_be_added(dialog):
    assert add(dialog).toolTip() == "Choose a network first."
    choose(dialog, "x")
    assert (add(dialog).text(), add(dialog).isEnabled()) == ("Add 2 channels", True)
    part(dialog, QLineEdit, "name_of_many").clear()
    assert add(dialog).toolTip() == "Write its name first."
    choose(dialog, "instagram")
    for market in (GERMANY, FRANCE):
        part(dialog, QCheckBox, f"on_{market}").setChecked(False)
    assert add(dialog).toolTip() == "Tick a market first."


def test_markets_that_are_on_it_already_are_not_ticked(dialog):
    choose(dialog, "facebook")
    assert ticked(dialog) == [GERMANY]
    assert part(dialog, QCheckBox, f"on_{FRANCE}").text() == "France, on it already"
    choose(dialog, "x")
    assert ticked(dialog) == [GERMANY, FRANCE]
    assert part(dialog, QLineEdit, "name_of_many").text() == "X"


def test_a_handle_ticks_its_market(dialog, qtbot):
    choose(dialog, "facebook")
    qtbot.keyClicks(part(dialog, QLineEdit, f"handle_{FRANCE}"), "@second")
    assert ticked(dialog) == [GERMANY, FRANCE]


def test_all_channels_are_added_at_once(dialog, qtbot, path, operations):
    choose(dialog, "x")
    qtbot.keyClicks(part(dialog, QLineEdit, f"handle_{GERMANY}"), "@solvane.de")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(add(dialog), Qt.MouseButton.LeftButton)
    settle(operations, qtbot)
    made = [one for one in calendar_of(path).channels if one.network == "x"]
    assert {(one.market, one.name, one.handle) for one in made} == {
        (GERMANY, "X", "@solvane.de"),
        (FRANCE, "X", ""),
    }
    assert {one.account_zone for one in made} == {"Europe/Berlin", "Europe/Paris"}


def test_who_may_not_is_told_why(dialog, qtbot, operations):
    choose(dialog, "x")
    become(operations, qtbot, LENA)
    qtbot.mouseClick(add(dialog), Qt.MouseButton.LeftButton)
    settle(operations, qtbot)
    assert "Only an owner" in dialog.findChild(object, "message").text()
    assert add(dialog).isEnabled()
    dialog.set_theme(DARK)
