import pytest
from PySide6.QtWidgets import QLabel

from ui.widgets.search_box import SearchBox
from ui.widgets.zone_field import ZoneField


@pytest.fixture
def field(qtbot):
    made = ZoneField()
    qtbot.addWidget(made)
    made.show()
    return made


def now_there(field):
    return field.findChild(QLabel, "zone_now").text()


def test_the_zones_of_the_country_come_first(field):
    field.set_country("BR")
    box = field.findChild(SearchBox, "zone")
    assert box.itemText(0) == "America/Sao_Paulo"
    assert box.findText("Europe/Berlin") > 0


def test_another_country_does_not_change_the_chosen_zone(field):
    field.set_zone("Asia/Tokyo")
    field.set_country("DE")
    assert field.zone == "Asia/Tokyo"


def test_it_says_what_the_clocks_show_there(field):
    field.set_zone("Asia/Tokyo")
    assert now_there(field).startswith("JST, UTC+9; it is ")


def test_a_typed_zone_is_told_and_explained(qtbot, field):
    box = field.findChild(SearchBox, "zone")
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(box.line, "Asia/Riyadh")
    assert field.zone == "Asia/Riyadh"
    assert now_there(field).startswith("Riyadh, UTC+3")


def test_what_is_no_zone_is_said_at_once(qtbot, field):
    qtbot.keyClicks(field.findChild(SearchBox, "zone").line, "Berlin")
    assert now_there(field) == "No such zone: choose one from the list."


def test_without_a_zone_it_says_what_to_do(field):
    field.set_zone("")
    assert now_there(field) == "Choose a zone such as Europe/Berlin."
