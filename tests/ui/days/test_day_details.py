import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.builders.ui import GERMANY
from tests.builders.ui_d import known_day
from ui.days.day_details import DayDetails
from ui.theme import DARK, LIGHT
from ui.widgets.chips import SeverityBadge

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def details(qtbot):
    made = DayDetails(LIGHT)
    made.resize(500, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def words(details):
    return " ".join(label.text() for label in details.widget().findChildren(QLabel))


def button(details, name):
    return details.widget().findChild(QPushButton, name)


@pytest.mark.in_english
def test_a_day_is_told_with_all_that_is_known(details):
    day = known_day(meaning={"local_name": "Gedenktag", "clash": "Halloween"})
    details.show_day(day, [GERMANY], "")
    assert details.day is day
    for said in ("Day x", "Gedenktag", "Tuesday, 9 November 2027", "Halloween", "not checked yet"):
        assert said in words(details)
    assert 'href="https://a.example"' in words(details)
    assert details.widget().findChild(SeverityBadge).text == "Stop"


def test_a_local_name_that_says_the_same_is_not_said_twice(details):
    details.show_day(known_day(meaning={"local_name": "DAY X"}), [GERMANY], "")
    assert "DAY X" not in words(details)


def test_nothing_chosen_is_an_empty_page(details):
    details.show_day(known_day(), [GERMANY], "")
    details.show_day(None, [GERMANY], "")
    assert words(details) == ""


@pytest.mark.parametrize(
    ("meaning", "name", "signal"),
    [
        ({}, "switch_day", "switch_asked"),
        ({"switched_off": "By Marc"}, "switch_day", "switch_asked"),
        ({"is_own": True}, "change_day", "change_asked"),
        ({"is_own": True}, "retire_day", "retire_asked"),
    ],
)
def test_each_button_asks_for_the_day_that_is_shown(details, qtbot, meaning, name, signal):
    day = known_day(meaning=meaning)
    details.show_day(day, [GERMANY], "")
    with qtbot.waitSignal(getattr(details, signal)) as asked:
        qtbot.mouseClick(button(details, name), LEFT)
    assert asked.args == [day]


def test_a_planner_sees_why_the_buttons_are_shut(details):
    details.show_day(known_day(), [GERMANY], "Ask a reviewer.")
    assert not button(details, "switch_day").isEnabled()
    assert button(details, "switch_day").toolTip() == "Ask a reviewer."


def test_what_is_off_can_be_switched_on_again(details):
    details.show_day(known_day(meaning={"switched_off": "By Marc"}), [GERMANY], "")
    assert button(details, "switch_day").text() == "Switch on again…"


def test_other_colours_show_the_same_day(details):
    details.show_day(known_day(), [GERMANY], "")
    details.set_theme(DARK)
    assert "Day x" in words(details)
