import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.theme import LIGHT
from ui.widgets.bar_stack import BarStack
from ui.widgets.message_bar import MessageBar

pytestmark = pytest.mark.in_english
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bars(qtbot):
    return [MessageBar(LIGHT) for _number in range(5)]


@pytest.fixture
def stack(qtbot, bars):
    made = BarStack(bars[:2], bars[2:])
    qtbot.addWidget(made)
    made.show()
    return made


def more(stack):
    return stack.findChild(QPushButton, "more_messages")


def seen(bars):
    return [number for number, bar in enumerate(bars) if bar.isVisible()]


def test_without_words_nothing_is_shown(stack, bars):
    assert seen(bars) == []
    assert not more(stack).isVisible()


def test_two_bars_stand_below_each_other(stack, bars):
    bars[3].show_information("Sample")
    bars[4].show_information("Place")
    assert seen(bars) == [3, 4]
    assert not more(stack).isVisible()


def test_of_three_the_first_is_shown_and_the_others_are_counted(stack, bars, qtbot):
    for bar in bars[2:]:
        bar.show_information("Words")
    assert seen(bars) == [2]
    assert more(stack).text() == "2 more messages"
    qtbot.mouseClick(more(stack), LEFT)
    assert seen(bars) == [2, 3, 4]
    assert more(stack).text() == "Show fewer messages"
    qtbot.mouseClick(more(stack), LEFT)
    assert seen(bars) == [2]


def test_what_is_grave_is_never_folded_away(stack, bars):
    for bar in bars:
        bar.show_refusal("Words")
    assert seen(bars) == [0, 1]
    assert more(stack).text() == "3 more messages"


def test_a_folded_bar_keeps_its_words_and_comes_back_when_others_go(stack, bars, qtbot):
    for bar in bars[2:]:
        bar.show_information("Words")
    assert bars[4].text == "Words"
    qtbot.mouseClick(more(stack), LEFT)
    bars[2].dismiss()
    assert seen(bars) == [3, 4]
    assert not more(stack).isVisible()
    bars[2].show_information("Again")
    assert seen(bars) == [2], "it folds anew"
