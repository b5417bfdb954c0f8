from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

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


@pytest.fixture
def in_a_place(bar, qtbot):
    """The bar with a sentence and two buttons, in a place that asks it for its height."""
    place = QWidget()
    qtbot.addWidget(place)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.addStretch(1)
    bar.show_information(f"{SENTENCE} {SENTENCE}", "Clear filters", print, second="Show them")
    place.resize(900, 500)
    with qtbot.waitExposed(place):
        place.show()
    yield place
    bar.setParent(None)
    place.close()


def parts_of(bar):
    return [one for one in bar.findChildren(QWidget) if one.isVisible()]


def is_whole(bar):
    sentence = bar.findChild(QLabel, "message")
    buttons = bar.findChildren(QPushButton)
    pairs = combinations([one.geometry() for one in parts_of(bar)], 2)
    return (
        sentence.height() >= sentence.heightForWidth(sentence.width())
        and all(one.width() >= one.sizeHint().width() for one in buttons)
        and all(bar.rect().contains(one.geometry()) for one in parts_of(bar))
        and not any(one.intersects(other) for one, other in pairs)
    )


@pytest.mark.parametrize("width", [900, 600, 400, 300, 200])
def test_nothing_of_it_is_cut_however_narrow_it_is(bar, in_a_place, width, qtbot):
    in_a_place.resize(width, 500)
    qtbot.waitUntil(lambda: bar.width() == width and is_whole(bar))


def test_its_buttons_stand_beside_the_sentence_or_below_it(bar, in_a_place, qtbot):
    sentence, button = bar.findChild(QLabel, "message"), bar.findChild(QPushButton)
    assert button.y() < sentence.geometry().bottom()
    in_a_place.resize(200, 500)
    qtbot.waitUntil(lambda: button.y() > sentence.geometry().bottom())
    in_a_place.resize(900, 500)
    qtbot.waitUntil(lambda: button.y() < sentence.geometry().bottom())


def test_a_narrow_bar_says_it_shortly_and_whole_in_its_tooltip(bar, in_a_place, qtbot):
    sentence = bar.findChild(QLabel, "message")
    bar.show_information(SENTENCE, "Clear filters", print, shortly="Ask a reviewer")
    assert sentence.text() == SENTENCE
    in_a_place.resize(200, 500)
    qtbot.waitUntil(lambda: sentence.text() == "Ask a reviewer")
    assert SENTENCE in sentence.toolTip()
    assert bar.text == bar.accessibleName() == SENTENCE
    in_a_place.resize(900, 500)
    qtbot.waitUntil(lambda: sentence.text() == SENTENCE)
    assert not sentence.toolTip()


def test_a_sentence_of_many_lines_is_said_shortly_beside_its_buttons(bar, in_a_place, qtbot):
    sentence = bar.findChild(QLabel, "message")
    bar.show_information(" ".join([SENTENCE] * 4), "New…", print, shortly="Ask a reviewer")
    in_a_place.resize(420, 500)
    qtbot.waitUntil(lambda: sentence.text() == "Ask a reviewer")
    button = bar.findChild(QPushButton, "message_action")
    assert button.y() < sentence.geometry().bottom()
    in_a_place.resize(1400, 500)
    qtbot.waitUntil(lambda: sentence.text() != "Ask a reviewer")


def test_long_words_cut_no_button(bar, in_a_place, qtbot):
    bar.show_information("ịṇṿẹṇṭẹḍƥẹọƥḷẹ" * 2, "Clear filters", print, second="Show them all")
    for width in (600, 470, 350, 200):
        in_a_place.resize(width, 500)
        buttons = bar.findChildren(QPushButton)
        qtbot.waitUntil(
            lambda shown=buttons: all(one.width() >= one.sizeHint().width() for one in shown)
        )
