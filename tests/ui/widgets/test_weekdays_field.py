import pytest
from PySide6.QtWidgets import QToolButton

from ui.widgets.weekdays_field import WeekdaysField


@pytest.fixture
def field(qtbot):
    made = WeekdaysField()
    qtbot.addWidget(made)
    return made


def test_weekdays_come_back_and_a_click_is_told(field, qtbot):
    field.set_weekdays(frozenset({0, 6}))
    with qtbot.waitSignal(field.edited):
        field.findChild(QToolButton, "weekday_1").click()
    assert field.weekdays == frozenset({0, 1, 6})


def test_the_weekend_of_the_country_is_said(field):
    field.set_country("AE")
    plain = field.findChild(QToolButton, "weekday_4").toolTip()
    field.set_country("IL")
    assert len(field.findChild(QToolButton, "weekday_4").toolTip()) > len(plain)
