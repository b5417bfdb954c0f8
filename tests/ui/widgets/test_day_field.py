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


@pytest.mark.parametrize(
    ("key", "day", "then"),
    [
        (Qt.Key.Key_Up, date(2026, 11, 30), date(2026, 12, 1)),
        (Qt.Key.Key_Down, date(2026, 12, 1), date(2026, 11, 30)),
        (Qt.Key.Key_PageUp, date(2026, 12, 28), date(2027, 1, 7)),
    ],
)
def test_the_arrows_step_over_the_end_of_a_month(field, key, day, then):
    field.setDate(QDate(day.year, day.month, day.day))
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, key)
    assert field.date().toPython() == then


def test_the_arrows_stop_where_no_day_is_offered(field):
    field.setMinimumDate(QDate(2026, 12, 1))
    field.setMaximumDate(QDate(2026, 12, 2))
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.date().toPython() == date(2026, 12, 1)
    for _press in range(2):
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.date().toPython() == date(2026, 12, 2)


def test_months_and_years_step_as_ever(field):
    field.setSelectedSection(QDateTimeEdit.Section.YearSection)
    field.stepBy(1)
    assert field.date().toPython() == date(2027, 12, 1)
