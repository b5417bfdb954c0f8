from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton

from app.commands.policy import choose_severities, save_policy
from app.domain.flag import Severity
from app.domain.policy import Policy
from app.domain.severity_rule import SeverityRule
from tests.builders.calendars import GERMANY, MARC
from tests.builders.ui_c import become, calendar_of, meanwhile, settle
from ui.settings.policy_page import PolicyPage
from ui.theme import LIGHT
from ui.widgets.two_line_list import TwoLineList

REASON = "We have talked about it"


@pytest.fixture
def dialog(qtbot, path, operations):
    made = PolicyPage(calendar_of(path), operations, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def child(dialog, kind, name):
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def choose(dialog, key):
    entries = child(dialog, TwoLineList, "policy_list")
    keys = [entries.item(row).data(Qt.ItemDataRole.UserRole) for row in range(entries.count())]
    entries.setCurrentRow(keys.index(key))


def write_why(dialog, qtbot, words=REASON):
    qtbot.keyClicks(child(dialog, QLineEdit, "policy_reason"), words)


def save(dialog, qtbot, operations):
    qtbot.mouseClick(child(dialog, QPushButton, "save"), Qt.MouseButton.LeftButton)
    settle(operations, qtbot)


def test_two_approvers_on_a_stop_are_saved_with_the_reason(dialog, qtbot, operations, path):
    child(dialog, QRadioButton, "approvers_2").click()
    assert not child(dialog, QPushButton, "save").isEnabled()
    write_why(dialog, qtbot, "ok")
    assert not child(dialog, QPushButton, "save").isEnabled()
    write_why(dialog, qtbot)
    save(dialog, qtbot, operations)
    assert calendar_of(path).policy == Policy(2)
    assert child(dialog, QLineEdit, "policy_reason").text() == ""
    assert not child(dialog, QPushButton, "save").isEnabled()


def test_a_rule_weighs_otherwise_in_one_market(dialog, qtbot, operations, path):
    choose(dialog, "timing.hours")
    child(dialog, QComboBox, f"severity_{GERMANY}").setCurrentIndex(1)
    write_why(dialog, qtbot)
    save(dialog, qtbot, operations)
    (chosen,) = calendar_of(path).severities
    assert chosen == SeverityRule("timing.hours", Severity.NOTE, REASON, GERMANY)
    dialog.set_calendar(calendar_of(path))
    assert REASON in child(dialog, QLabel, "rule_reasons").text()


def test_a_search_narrows_the_list(dialog, qtbot):
    qtbot.keyClicks(child(dialog, QLineEdit, "search_rules"), "timing.h")
    entries = child(dialog, TwoLineList, "policy_list")
    keys = {entries.item(row).data(Qt.ItemDataRole.UserRole) for row in range(entries.count())}
    assert "timing.hours" in keys
    assert "day.solemn" not in keys


def test_what_is_not_saved_keeps_its_place(dialog):
    child(dialog, QRadioButton, "approvers_2").click()
    choose(dialog, "timing.hours")
    assert child(dialog, TwoLineList, "policy_list").key == "approvers"
    assert not dialog.may_leave()
    child(dialog, QPushButton, "discard").click()
    assert child(dialog, QRadioButton, "approvers_1").isChecked()
    assert dialog.may_leave()


def test_others_read_it_and_are_told_who_changes_it(dialog, qtbot, operations):
    become(operations, qtbot, MARC)
    choose(dialog, "timing.hours")
    assert not child(dialog, QComboBox, f"severity_{GERMANY}").isEnabled()
    assert not child(dialog, QLineEdit, "policy_reason").isVisible()
    assert child(dialog, QLabel, "message").text()


def test_a_hold_asks_for_no_reason_since_nothing_can_be_chosen(dialog):
    choose(dialog, "hold.active")
    assert not child(dialog, QLineEdit, "policy_reason").isVisible()


def test_what_another_owner_decides_does_not_touch_a_form_that_is_being_changed(dialog, path):
    child(dialog, QRadioButton, "approvers_2").click()
    dialog.set_calendar(calendar_of(path))
    assert child(dialog, QRadioButton, "approvers_2").isChecked()


def test_the_reason_of_a_choice_is_seen_at_once(dialog, qtbot, operations, path):
    operations.changed.connect(lambda _changes: dialog.set_calendar(calendar_of(path)))
    choose(dialog, "timing.hours")
    child(dialog, QComboBox, f"severity_{GERMANY}").setCurrentIndex(1)
    write_why(dialog, qtbot)
    save(dialog, qtbot, operations)
    assert REASON in child(dialog, QLabel, "rule_reasons").text()
    assert child(dialog, QComboBox, f"severity_{GERMANY}").currentData() == int(Severity.NOTE)


def test_a_search_that_finds_nothing_says_so(dialog, qtbot):
    nothing = child(dialog, QLabel, "no_rule")
    assert not nothing.isVisible()
    qtbot.keyClicks(child(dialog, QLineEdit, "search_rules"), "xyzzy")
    assert nothing.isVisible()


def test_tab_goes_from_a_rule_to_its_choices_and_then_to_the_reason(dialog):
    choose(dialog, "timing.hours")
    entries = child(dialog, TwoLineList, "policy_list")
    names, widget = [], entries.nextInFocusChain()
    while widget is not entries:
        names.append(widget.objectName())
        widget = widget.nextInFocusChain()
    order = [names.index(name) for name in ("severity_all", "severity_DE", "policy_reason")]
    assert order == sorted(order)
    assert order[-1] < names.index("save")


def test_a_choice_and_its_reason_stay_where_somebody_else_was_first(
    dialog, qtbot, operations, path
):
    child(dialog, QRadioButton, "approvers_2").click()
    write_why(dialog, qtbot)
    meanwhile(path, partial(save_policy, policy=Policy(3), reason="Theirs alone"))
    save(dialog, qtbot, operations)
    dialog.set_calendar(calendar_of(path))
    assert (
        "Nora Haddad has changed how many approve a stop" in child(dialog, QLabel, "message").text()
    )
    assert child(dialog, QRadioButton, "approvers_2").isChecked()
    assert child(dialog, QLineEdit, "policy_reason").text() == REASON
    assert calendar_of(path).policy == Policy(3)
    qtbot.mouseClick(child(dialog, QPushButton, "message_action"), Qt.MouseButton.LeftButton)
    assert child(dialog, QRadioButton, "approvers_3").isChecked()


def test_a_weight_and_its_reason_stay_where_somebody_else_was_first(
    dialog, qtbot, operations, path
):
    choose(dialog, "timing.hours")
    child(dialog, QComboBox, f"severity_{GERMANY}").setCurrentIndex(1)
    write_why(dialog, qtbot)
    weigh = partial(choose_severities, rule="timing.hours", reason="Theirs alone")
    meanwhile(path, partial(weigh, choices={GERMANY: Severity.STOP}))
    save(dialog, qtbot, operations)
    dialog.set_calendar(calendar_of(path))
    assert "Nora Haddad has changed how" in child(dialog, QLabel, "message").text()
    assert child(dialog, QComboBox, f"severity_{GERMANY}").currentIndex() == 1
    assert child(dialog, QLineEdit, "policy_reason").text() == REASON
    (kept,) = calendar_of(path).severities
    assert kept.severity is Severity.STOP
