import pytest
from PySide6.QtWidgets import QWidget

from ui.finding.chip_row import ChipRow
from ui.finding.facet_button import FacetButton
from ui.theme import DARK, LIGHT

NAMES = ("Market", "Channel", "Campaign", "Stage", "Severity", "Person")


@pytest.fixture
def row(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 60)
    made = ChipRow([FacetButton(name.lower(), name, LIGHT) for name in NAMES], LIGHT)
    made.setParent(window)
    made.resize(1000, 40)
    window.show()
    yield made
    window.close()


def chip(row, name):
    return row.findChild(FacetButton, f"filter_{name}")


def shown(row):
    return [name for name in NAMES if not chip(row, name.lower()).isHidden()]


def test_where_there_is_room_all_chips_are_shown(row):
    assert shown(row) == list(NAMES)
    assert row.more.isHidden()


def test_chips_without_room_stand_behind_one_button_the_last_first(row):
    height = row.height()
    row.resize(300, 40)
    assert 0 < len(shown(row)) < len(NAMES)
    assert shown(row) == list(NAMES[: len(shown(row))])
    assert row.more.isVisible()
    assert "Severity" in row.more.toolTip()
    assert row.height() == height
    row.resize(1000, 40)
    assert shown(row) == list(NAMES)


def test_nothing_is_cut_at_any_width(row, qtbot):
    chip(row, "severity").show_chosen("Stop")
    for width in range(row.minimumSizeHint().width(), 1000, 23):
        row.resize(width, 40)
        row.layout().activate()
        parts = [chip(row, name.lower()) for name in shown(row)]
        parts += [row.more] if row.more.isVisible() else []
        assert all(one.width() >= one.sizeHint().width() for one in parts), width
        assert all(row.rect().contains(one.geometry()) for one in parts), width


def test_chips_that_hide_posts_stay_in_sight_longest(row):
    chip(row, "severity").show_chosen("Stop")
    row.resize(row.sizeHint().width(), 40)
    assert shown(row) == ["Severity"]
    assert not row.more.is_active
    row.resize(row.minimumSizeHint().width(), 40)
    assert shown(row) == []
    assert row.more.is_active


def test_the_keys_go_on_behind_the_button(row, qtbot):
    person = chip(row, "person")
    assert row.door_to(person) is person
    person.setFocus()
    qtbot.waitUntil(person.hasFocus)
    row.resize(300, 40)
    assert row.door_to(person) is row.more
    assert row.more.hasFocus()


def test_it_takes_other_colours(row):
    row.resize(300, 40)
    row.set_theme(DARK)
    assert row.more.palette().button().color() == DARK.surface
    assert chip(row, "market").palette().button().color() == DARK.surface
