from dataclasses import replace

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit

from app.domain.flag import Severity
from app.domain.observance import Tone
from app.domain.team_day import TeamDay
from tests.builders.ui import FRANCE, GERMANY
from ui.days.team_day_form import TeamDayForm
from ui.widgets.check_list import CheckList

FIRE = TeamDay(
    "team-fire",
    "Fire",
    "fixed 03-14 for 2 days",
    Tone.MOURNING,
    Severity.STOP,
    (FRANCE.id,),
    "Five died.",
    ("the fire", "the blaze"),
    "Pi Day",
    "https://a.example",
)


@pytest.fixture
def form(qtbot):
    made = TeamDayForm()
    qtbot.addWidget(made)
    made.show_day(FIRE, [GERMANY, FRANCE])
    return made


def write(qtbot, form, name, text):
    line = form.findChild(QLineEdit, name)
    line.selectAll()
    qtbot.keyClicks(line, text)
    if not text:
        line.clear()


def falls(form):
    return form.findChild(QLabel, "day_falls").text()


def test_a_day_comes_back_as_it_was_shown(form):
    assert form.day() == FIRE
    assert form.why_not() == ""
    assert falls(form).startswith("Falls on 14 Mar ")


def test_the_evening_before_is_told_beside_the_dates(form):
    eve = form.findChild(QCheckBox, "day_eve")
    eve.setChecked(True)
    assert falls(form).endswith(", and from 16:00 on the day before")
    eve.setChecked(False)
    assert "16:00" not in falls(form)


def test_what_is_written_is_the_day(form, qtbot):
    with qtbot.waitSignal(form.edited):
        write(qtbot, form, "day_terms", "one, , two")
    assert form.day().terms == ("one", "two")
    form.findChild(CheckList, "day_markets").set_checked([])
    assert form.day().markets == ()


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("day_name", "", "Give the day a name."),
        ("day_rule", "", "Say on which date it falls."),
        ("day_rule", "2027-02-30", "“2027-02-30” is no day of the calendar."),
    ],
)
def test_what_is_missing_or_wrong_is_said(form, qtbot, field, text, said):
    write(qtbot, form, field, text)
    assert form.why_not() == said


def test_the_line_below_the_date_helps_while_it_is_written(form, qtbot):
    write(qtbot, form, "day_rule", "")
    assert "last Monday of May" in falls(form)
    write(qtbot, form, "day_rule", "soon")
    assert "no date" in falls(form)
    write(qtbot, form, "day_rule", "daily 09:00")
    assert falls(form) == "Falls on no day."


@pytest.mark.parametrize(
    ("written", "rule"),
    [("3 March", "fixed 03-03"), ("3 March 2027", "2027-03-03"), ("soon", "soon")],
)
def test_a_date_is_taken_as_people_write_it(form, qtbot, written, rule):
    write(qtbot, form, "day_rule", written)
    assert form.day().rule == rule
    assert falls(form).startswith("Falls on 3 Mar ") is (rule != "soon")
    assert bool(form.why_not()) is (rule == "soon")


def test_why_a_date_is_none_stands_in_plain_letters(form, qtbot):
    write(qtbot, form, "day_rule", "soon")
    label = form.findChild(QLabel, "day_falls")
    assert label.foregroundRole() is QPalette.ColorRole.WindowText
    write(qtbot, form, "day_rule", "3 March")
    assert label.foregroundRole() is QPalette.ColorRole.PlaceholderText


def test_a_day_may_have_an_eve_and_quiet_minutes(form, qtbot):
    form.findChild(QCheckBox, "day_eve").setChecked(True)
    write(qtbot, form, "day_moments", "11:00-11:02")
    rule = "fixed 03-14 for 2 days with eve at 11:00-11:02"
    assert form.day().rule == rule
    assert form.why_not() == ""
    form.show_day(replace(FIRE, rule=rule), [GERMANY, FRANCE])
    assert form.day() == replace(FIRE, rule=rule)
    form.show_day(FIRE, [GERMANY, FRANCE])
    assert form.day() == FIRE


@pytest.mark.in_english
def test_a_quiet_minute_that_is_none_is_said(form, qtbot):
    write(qtbot, form, "day_moments", "11:02-11:00")
    assert "no quiet minute" in form.why_not()
    assert "no quiet minute" in falls(form)


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("fixed 03-14 for 2 days", "14 March for 2 days"),
        ("before 2 sun 12-25 with eve", "second Sunday before 25 December"),
        ("onafter sat 11-01 for 3 days", "first Saturday on or after 1 November for 3 days"),
    ],
)
def test_a_rule_is_read_and_written_in_words(form, rule, words):
    form.show_day(replace(FIRE, rule=rule), [GERMANY, FRANCE])
    assert form.findChild(QLineEdit, "day_rule").text() == words
    assert form.day().rule == rule
    assert form.why_not() == ""
