import pytest
from PySide6.QtCore import Qt

from ui.widgets.check_list import SMALLEST_TARGET, CheckList

MARKETS = (("de", "Germany"), ("fr", "France"), ("jp", "Japan"))


@pytest.fixture
def markets(qtbot):
    made = CheckList()
    made.set_choices(MARKETS, {"de", "jp"})
    qtbot.addWidget(made)
    made.resize(240, 200)
    made.show()
    return made


def middle_of(markets, row):
    return markets.visualItemRect(markets.item(row)).center()


def click(qtbot, markets, row):
    qtbot.mouseClick(markets.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(markets, row))


def test_what_was_chosen_before_is_ticked(markets):
    assert markets.checked() == ("de", "jp")


def test_a_click_anywhere_on_the_row_ticks_it(qtbot, markets):
    with qtbot.waitSignal(markets.choice_changed):
        click(qtbot, markets, 1)
    assert markets.checked() == ("de", "fr", "jp")


def test_a_second_click_takes_the_tick_away(qtbot, markets):
    click(qtbot, markets, 0)
    click(qtbot, markets, 0)
    assert markets.checked() == ("de", "jp")


def test_space_ticks_the_current_row(qtbot, markets):
    markets.setCurrentRow(1)
    qtbot.keyClick(markets, Qt.Key.Key_Space)
    assert markets.checked() == ("de", "fr", "jp")


def test_ticking_many_at_once_is_told_once(qtbot, markets):
    told = []
    markets.choice_changed.connect(lambda: told.append(markets.checked()))
    markets.set_checked({"fr"})
    markets.set_checked({"fr"})
    assert told == [("fr",)]


def test_showing_other_names_is_no_choice_of_a_person(qtbot, markets):
    with qtbot.assertNotEmitted(markets.choice_changed):
        markets.set_choices(MARKETS[:1], ())
    assert markets.checked() == ()


def test_every_row_is_large_enough_to_hit(markets):
    assert markets.visualItemRect(markets.item(0)).height() >= SMALLEST_TARGET
