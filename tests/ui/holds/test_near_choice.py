import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from app.domain.hold import Scope
from tests.builders import ui_b
from tests.builders.ui import card
from ui.holds.near_choice import NearChoice

POST = card(1, ui_b.GERMANY, channel=ui_b.INSTAGRAM)


@pytest.fixture
def near(qtbot):
    made = NearChoice(POST, ui_b.calendar())
    qtbot.addWidget(made)
    made.show()
    return made


def radio(near, name) -> QRadioButton:
    return near.findChild(QRadioButton, name)


def test_the_post_itself_is_meant_until_somebody_says_otherwise(near):
    assert near.aim == (Scope.POST, POST.id)
    assert near.post == POST


@pytest.mark.parametrize(
    ("name", "aim"),
    [
        ("hold_its_channel", (Scope.CHANNEL, POST.channel.id)),
        ("hold_its_market", (Scope.MARKET, POST.market)),
        ("hold_something_else", None),
    ],
)
def test_each_choice_says_what_is_held(near, qtbot, name, aim):
    with qtbot.waitSignal(near.chosen):
        radio(near, name).setChecked(True)
    assert near.aim == aim


def test_letters_are_no_choice_but_words_and_keys_are_none(near, qtbot):
    with qtbot.waitSignal(near.typed) as typed:
        qtbot.keyClicks(radio(near, "hold_this_post"), "F")
    assert typed.args == ["F"]
    with qtbot.assertNotEmitted(near.typed):
        qtbot.keyClick(radio(near, "hold_this_post"), Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
        qtbot.keyClick(radio(near, "hold_this_post"), Qt.Key.Key_Down)
    assert near.aim == (Scope.CHANNEL, POST.channel.id)


def test_enter_goes_on(near, qtbot):
    with qtbot.waitSignal(near.settled):
        qtbot.keyClick(radio(near, "hold_this_post"), Qt.Key.Key_Return)


def test_the_time_of_the_post_says_by_which_clock_it_is(near):
    assert re.search(r"\d\d:\d\d CES?T$", radio(near, "hold_this_post").text())


def test_a_post_without_a_day_is_named_all_the_same(qtbot):
    made = NearChoice(card(4, ui_b.GERMANY, local=None), ui_b.calendar())
    qtbot.addWidget(made)
    assert radio(made, "hold_this_post").text() == "This post: DE-0004"
