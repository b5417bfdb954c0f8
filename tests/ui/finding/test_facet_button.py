import pytest
from PySide6.QtCore import QRect, Qt

from ui.finding.facet_button import MANY, FacetButton
from ui.theme import DARK, LIGHT

FEW = [("de", "Germany"), ("fr", "France")]
LONG = [(str(number), f"Market {number}") for number in range(MANY)]


@pytest.fixture
def chip(qtbot):
    made = FacetButton("market", "Market", LIGHT)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.popup.close()


def test_a_click_asks_for_the_list(chip, qtbot):
    with qtbot.waitSignal(chip.asked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_a_chip_says_what_is_chosen_in_words_and_colour(chip):
    width, ground = chip.sizeHint().width(), chip.palette().button().color()
    chip.show_chosen("Germany")
    assert chip.text() == "Market: Germany"
    assert chip.sizeHint().width() > width
    assert chip.palette().button().color() == LIGHT.accent_tint != ground
    chip.set_theme(DARK)
    assert chip.palette().button().color() == DARK.accent_tint
    chip.show_chosen("")
    assert chip.text() == "Market"
    assert chip.palette().button().color() == DARK.surface


def test_each_tick_counts_at_once(chip, qtbot):
    chip.open(FEW, frozenset({"fr"}))
    assert chip.popup.narrow.isHidden()
    with qtbot.waitSignal(chip.chosen) as told:
        qtbot.keyClick(chip.popup.list, Qt.Key.Key_Space)
    assert told.args == [frozenset({"de", "fr"})]
    with qtbot.waitSignal(chip.chosen) as told:
        chip.popup.all.click()
    assert told.args == [frozenset()]
    assert not chip.popup.all.isEnabled()
    assert chip.popup.all.toolTip()


def test_a_long_list_is_narrowed_by_typing_and_walked_by_arrows(chip, qtbot):
    chip.open(LONG, frozenset())
    popup = chip.popup
    qtbot.keyClicks(popup.narrow, "MARKET 3")
    shown = [row for row in range(popup.list.count()) if not popup.list.item(row).isHidden()]
    assert shown == [3]
    popup.narrow.setFocus()
    qtbot.waitUntil(popup.narrow.hasFocus)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    assert popup.list.hasFocus()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert popup.isHidden()


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_list_stays_on_the_screen_and_is_painted_either_way_round(chip, way):
    chip.setLayoutDirection(way)
    chip.setFocus()
    assert not chip.grab().isNull()
    chip.popup.open(FEW, frozenset(), QRect(100_000, 100_000, 10, 10))
    assert chip.screen().availableGeometry().contains(chip.popup.geometry())
    chip.open(FEW, frozenset())
    assert not chip.popup.isHidden()


def test_other_keys_of_the_list_do_what_they_always_do(chip, qtbot):
    chip.open(FEW, frozenset())
    qtbot.keyClick(chip.popup, Qt.Key.Key_Escape)
    assert chip.popup.isHidden()
