from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QToolButton

from tests.builders.calendars import LENA, MARC, NORA
from tests.builders.duty import CHRISTMAS, CLOSED, NIGHT, OFFICE, WEEKEND
from tests.builders.ui_c import calendar_of
from ui.duty.duty_form import DutyForm


@pytest.fixture
def people(path):
    return calendar_of(path).people


@pytest.fixture
def form(qtbot):
    made = DutyForm()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("duty", [OFFICE, WEEKEND, CHRISTMAS, NIGHT, CLOSED])
def test_what_is_shown_comes_back_unchanged(form, people, duty):
    form.show_duty(duty, people, "DE", is_new=False)
    assert form.duty() == duty
    assert not form.is_changed


def test_a_form_without_duty_has_none(form):
    assert not form.is_changed
    with pytest.raises(ValueError, match="no duty"):
        form.duty()


def test_somebody_else_takes_over(form, people, qtbot):
    form.show_duty(OFFICE, people, "DE", is_new=False)
    box = form.findChild(QComboBox, "person")
    with qtbot.waitSignal(form.edited):
        box.setCurrentIndex(box.findData(str(MARC)))
    assert form.duty() == replace(OFFICE, person=MARC)


def test_whoever_has_left_is_not_offered(form, people):
    gone = [replace(one, is_active=one.id != NORA) for one in people]
    form.show_duty(OFFICE, gone, "DE", is_new=False)
    box = form.findChild(QComboBox, "person")
    assert box.findData(str(NORA)) < 0 <= box.findData(str(LENA))


def test_weekdays_and_days_between_which_it_counts_are_chosen(form, people):
    form.show_duty(OFFICE, people, "DE", is_new=False)
    form.findChild(QToolButton, "weekday_5").click()
    assert form.duty().weekdays == frozenset(range(6))
    since = form.findChild(QDateEdit, "since")
    assert since.parentWidget().isHidden()
    form.findChild(QCheckBox, "is_limited").click()
    assert not since.parentWidget().isHidden()
    since.setDate(QDate(2027, 1, 4))
    assert (form.duty().since, form.duty().until) == (date(2027, 1, 4), date.max)


def test_only_what_belongs_to_a_kind_of_duty_is_seen(form, people):
    form.show_duty(CLOSED, people, "FR", is_new=True)
    assert not form.findChild(QComboBox, "person").isVisible()
    assert not form.findChild(QToolButton, "weekday_0").isVisible()
    assert not form.findChild(QLineEdit, "reason").isVisible()
    form.show_duty(OFFICE, people, "DE", is_new=False)
    assert form.findChild(QToolButton, "weekday_0").isVisible()
    assert form.findChild(QLineEdit, "reason").isVisible()
    assert not form.findChild(QDateEdit, "starts_day").isVisible()


def test_the_reason_is_no_part_of_the_duty_and_starts_anew(form, people, qtbot):
    form.show_duty(OFFICE, people, "DE", is_new=False)
    qtbot.keyClicks(form.findChild(QLineEdit, "reason"), " Summer ")
    assert form.reason == "Summer"
    assert not form.is_changed
    form.show_duty(NIGHT, people, "", is_new=False)
    assert form.reason == ""
