from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from tests.builders.calendars import FRANCE, GERMANY
from tests.builders.duty import ROSTER
from tests.builders.ui_c import calendar_of
from ui.duty.week_page import WeekPage


@pytest.fixture
def page(qtbot):
    made = WeekPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_week_is_seen_day_by_day_and_none_where_there_is_none(page, path):
    calendar = replace(calendar_of(path), roster=ROSTER)
    page.show_market(calendar, GERMANY)
    assert "Lena Brandt" in page.findChild(QLabel, "there_0").text()
    assert not page.findChild(QLabel, "no_pattern").isVisible()
    page.show_market(calendar, FRANCE)
    assert page.findChild(QLabel, "no_pattern").isVisible()
    assert not page.findChild(QLabel, "there_0").isVisible()
