import pytest
from PySide6.QtCore import Qt

from ui.widgets.two_line_list import Entry, TwoLineList

ENTRIES = (
    Entry("de", "Germany", "DE · Europe/Berlin"),
    Entry("ig", "Instagram", "@solvane.de", level=1),
    Entry("fr", "France", is_quiet=True),
)


@pytest.fixture
def places(qtbot):
    made = TwoLineList()
    made.show_entries(ENTRIES, "de")
    qtbot.addWidget(made)
    made.resize(240, 300)
    made.show()
    return made


def test_one_entry_is_chosen_from_the_start(places):
    assert places.key == "de"


def test_arrow_keys_choose_and_tell(qtbot, places):
    with qtbot.waitSignal(places.chosen) as chosen:
        qtbot.keyClick(places, Qt.Key.Key_Down)
    assert chosen.args == ["ig"]


def test_showing_and_choosing_by_program_is_not_told(qtbot, places):
    with qtbot.assertNotEmitted(places.chosen):
        places.choose("fr")
        places.show_entries(ENTRIES[:1], "de")
    assert places.key == "de"


def test_an_unknown_key_chooses_nothing(places):
    places.choose("nowhere")
    assert places.key == ""


def test_a_screen_reader_hears_both_lines(places):
    assert places.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Germany, DE · Europe/Berlin"


def test_an_entry_without_a_detail_is_lower_but_still_easy_to_hit(places):
    heights = [places.visualItemRect(places.item(row)).height() for row in range(3)]
    assert heights[0] == heights[1] > heights[2] >= 24


def test_level_and_quietness_are_seen(places):
    looks = []
    for change in ({}, {"level": 1}, {"is_quiet": True}):
        places.show_entries([Entry("de", "Germany", **change)])
        looks.append(places.grab().toImage())
    assert looks[0] != looks[1]
    assert looks[0] != looks[2]
