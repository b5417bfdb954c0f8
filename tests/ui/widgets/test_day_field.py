from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit

from ui.widgets.day_field import DayField


@pytest.fixture
def field(qtbot):
    made = DayField(QDate(2026, 12, 1))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("how", [Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason])
def test_keys_begin_at_the_number_of_the_day(field, how):
    field.setFocus(how)
    assert field.currentSection() is QDateTimeEdit.Section.DaySection
    QTest.keyClicks(field, "15")
    assert field.date().toPython() == date(2026, 12, 15)


def test_who_points_at_the_year_stays_there(field):
    field.setSelectedSection(QDateTimeEdit.Section.YearSection)
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert field.currentSection() is QDateTimeEdit.Section.YearSection


def test_without_a_day_it_starts_somewhere(qtbot):
    made = DayField()
    qtbot.addWidget(made)
    assert made.date().isValid()
