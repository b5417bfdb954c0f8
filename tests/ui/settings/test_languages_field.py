import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QToolButton

from ui.settings.languages_field import LanguagesField
from ui.theme import DARK, LIGHT


@pytest.fixture
def field(qtbot):
    made = LanguagesField(LIGHT)
    made.set_tags(["de", "en"])
    qtbot.addWidget(made)
    made.show()
    return made


def type_in(qtbot, field, text):
    qtbot.keyClicks(field.findChild(QComboBox, "add_language").lineEdit(), text)


def test_languages_are_shown_by_name(field):
    names = {button.text() for button in field.findChildren(QToolButton) if button.isVisible()}
    assert {"German", "English"} <= names


def test_a_name_adds_a_language_whatever_its_case(qtbot, field):
    with qtbot.waitSignal(field.edited):
        type_in(qtbot, field, "japanese\r")
    assert field.tags == ("de", "en", "ja")


def test_a_tag_adds_a_language(qtbot, field):
    type_in(qtbot, field, "pt-AO\r")
    assert field.tags == ("de", "en", "pt-AO")


def test_what_is_no_language_adds_nothing(qtbot, field):
    with qtbot.assertNotEmitted(field.edited):
        type_in(qtbot, field, "Klingonisch\r")
    assert field.tags == ("de", "en")


def test_a_language_is_there_only_once(qtbot, field):
    type_in(qtbot, field, "German\r")
    assert field.tags == ("de", "en")


def test_a_click_takes_a_language_away(qtbot, field):
    with qtbot.waitSignal(field.edited):
        qtbot.mouseClick(field.findChild(QToolButton, "language_de"), Qt.MouseButton.LeftButton)
    assert field.tags == ("en",)


def test_each_button_says_what_it_does(field):
    assert field.findChild(QToolButton, "language_de").accessibleName() == "Take German away"


def test_a_button_that_is_shut_leaves_it_to_the_page_to_say_why(field):
    field.setEnabled(False)
    assert newest(field, "language_de").toolTip() == ""
    field.setEnabled(True)
    assert newest(field, "language_de").toolTip() == "Take German away"


def newest(field, name):
    return field.findChildren(QToolButton, name)[-1]


def test_another_theme_keeps_the_languages(field):
    field.set_theme(DARK)
    assert field.tags == ("de", "en")
    assert field.findChild(QToolButton, "language_de") is not None
