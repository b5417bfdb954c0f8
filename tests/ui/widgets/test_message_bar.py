import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from ui.theme import DARK, LIGHT
from ui.widgets.message_bar import MessageBar, MessageKind

SENTENCE = "Mia Weber is a planner: ask a reviewer to do this."


@pytest.fixture
def bar(qtbot):
    made = MessageBar(LIGHT)
    qtbot.addWidget(made)
    return made


def test_a_bar_is_hidden_until_there_is_something_to_say(bar):
    assert bar.isHidden()
    assert bar.text == ""
    bar.show_refusal(SENTENCE)
    assert not bar.isHidden()
    assert bar.text == SENTENCE
    assert bar.accessibleName() == SENTENCE


def test_escape_and_the_button_close_it(bar, qtbot):
    for close in (
        lambda: qtbot.keyClick(bar, Qt.Key.Key_Escape),
        bar.findChild(QToolButton, "message_close").click,
    ):
        bar.show_refusal(SENTENCE)
        with qtbot.waitSignal(bar.closed):
            close()
        assert bar.text == ""


def test_other_keys_do_nothing(bar, qtbot):
    bar.show_refusal(SENTENCE)
    qtbot.keyClick(bar, Qt.Key.Key_A)
    assert bar.text == SENTENCE


def test_a_bar_that_stays_is_closed_by_hand_alone(bar, qtbot):
    done = []
    bar.show_information(SENTENCE, "New…", lambda: done.append("new"), stays=True)
    bar.findChild(QPushButton, "message_action").click()
    assert (done, bar.text) == (["new"], SENTENCE)
    bar.findChild(QToolButton, "message_close").click()
    assert bar.text == ""


def test_its_action_is_done_and_the_bar_goes(bar):
    done = []
    bar.show_refusal(SENTENCE, "Switch person", lambda: done.append("switched"))
    button = bar.findChild(QPushButton, "message_action")
    assert button.text() == "Switch person"
    button.click()
    assert done == ["switched"]
    assert bar.isHidden()


def test_a_second_action_stands_beside_the_first(bar):
    done = []
    bar.show_information(
        "Sample data.",
        "New calendar…",
        lambda: done.append("new"),
        second="Import a sheet…",
        second_act=lambda: done.append("import"),
    )
    second = bar.findChild(QPushButton, "message_second_action")
    assert not second.isHidden()
    second.click()
    assert done == ["import"]


def test_a_plain_message_has_no_buttons_left_from_the_one_before(bar):
    bar.show_information("One.", "A", lambda: None, second="B", second_act=lambda: None)
    bar.show_refusal(SENTENCE)
    assert bar.findChild(QPushButton, "message_action").isHidden()
    assert bar.findChild(QPushButton, "message_second_action").isHidden()


def test_dismissing_a_hidden_bar_tells_nothing(bar):
    told = []
    bar.closed.connect(lambda: told.append("closed"))
    bar.dismiss()
    assert told == []


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("kind", MessageKind)
def test_its_ground_tells_what_kind_of_message_it_is(bar, theme, kind, qtbot):
    bar.set_theme(theme)
    bar.show_message(kind, SENTENCE)
    bar.resize(600, 48)
    qtbot.waitExposed(bar)
    ground = bar.grab().toImage().pixelColor(3, 3)
    assert ground == theme.severity(kind.value).background
