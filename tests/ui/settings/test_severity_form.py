import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from app.commands.rule_list import rule_list
from app.domain.flag import Severity
from app.domain.severity_rule import EVERY_MARKET, SeverityRule
from tests.builders import ui_b
from tests.builders.domain import GERMANY
from ui.settings.severity_form import SeverityForm

RULES = {entry.rule: entry for entry in rule_list()}
NIGHT = RULES["timing.night"]
CHOSEN = (
    SeverityRule("timing.night", Severity.NOTE, "We are awake"),
    SeverityRule("timing.night", Severity.STOP, "Not there", GERMANY.id),
)


@pytest.fixture
def form(qtbot):
    made = SeverityForm()
    qtbot.addWidget(made)
    made.show()
    made.show_rule(NIGHT, ui_b.calendar(severities=CHOSEN))
    return made


def box(form, market):
    found = [one for one in form.findChildren(QComboBox) if one.isVisible()]
    return next(one for one in found if one.objectName() == f"severity_{market or 'all'}")


def reset(form):
    return form.findChild(QPushButton, "reset_severities")


def test_it_shows_what_is_decided_with_the_reasons_and_that_is_no_edit(form):
    assert box(form, EVERY_MARKET).currentData() == Severity.NOTE
    assert box(form, GERMANY.id).currentData() == Severity.STOP
    assert box(form, ui_b.FRANCE.id).currentData() is None
    assert "We are awake" in form.findChild(QLabel, "rule_reasons").text()
    assert not form.is_changed


def test_only_what_was_changed_is_to_be_saved(form, qtbot):
    with qtbot.waitSignal(form.edited):
        box(form, ui_b.FRANCE.id).setCurrentIndex(2)
    assert form.changes == {ui_b.FRANCE.id: Severity.CAUTION}
    form.keep()
    assert not form.is_changed


def test_everything_can_go_back_to_what_the_program_says(form):
    reset(form).click()
    assert form.changes == {EVERY_MARKET: None, GERMANY.id: None}
    assert not reset(form).isEnabled()
    assert reset(form).toolTip()


def test_another_rule_takes_its_place(form):
    form.show_rule(RULES["day.solemn"], ui_b.calendar())
    assert form.rule == "day.solemn"
    assert not form.is_changed
    assert form.findChild(QLabel, "rule_reasons").isHidden()
    assert not form.findChild(QLabel, "rule_limits").isHidden()


@pytest.mark.parametrize("rule", ["hold.active", "channel.empty"])
def test_what_always_stops_or_blocks_offers_no_choice_and_says_why(form, rule):
    form.show_rule(RULES[rule], ui_b.calendar())
    assert not form.findChild(object, "severity_section").isVisible()
    assert reset(form).isHidden()
    assert form.findChild(QLabel, "rule_limits").text()
