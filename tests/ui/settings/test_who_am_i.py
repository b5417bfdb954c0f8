from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QRadioButton

from app.commands.texts import role_powers
from app.domain.person import PersonId, Role
from tests.builders.calendars import LENA, MARC, NORA
from tests.builders.ui_c import calendar_of, operations_on, settle, team_calendar
from ui.settings.remembered import remember_person, remembered_person
from ui.settings.who_am_i import WhoAmIButton, WhoAmIDialog
from ui.theme import DARK, LIGHT


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "team.countersign"
    team_calendar(made)
    return made


@pytest.fixture
def operations(path, qtbot):
    """Operations with nobody in front yet."""
    with operations_on(path, qtbot, None) as made:
        yield made


def button_of(qtbot, path, operations):
    button = WhoAmIButton(calendar_of(path), operations, LIGHT, path)
    qtbot.addWidget(button)
    button.show()
    return button


def dialog_of(qtbot, path, operations):
    dialog = WhoAmIDialog(calendar_of(path), operations, LIGHT, path)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def names_in(button):
    menu = button.findChild(QMenu, "who_am_i_menu")
    menu.aboutToShow.emit()
    return {action.data(): action for action in menu.actions() if action.data()}


def test_nobody_is_told_to_choose(qtbot, path, operations):
    button = button_of(qtbot, path, operations)
    assert button.text() == "Choose who you are"
    assert "Nothing can be changed" in button.toolTip()


@pytest.mark.in_english
def test_the_menu_changes_who_acts_and_remembers_it(qtbot, path, operations):
    button = button_of(qtbot, path, operations)
    names_in(button)[MARC].trigger()
    qtbot.waitUntil(lambda: button.text() == "Marc Fournier · Reviewer")
    settle(operations, qtbot)
    assert operations.me.id == MARC
    assert remembered_person(path) == MARC
    assert names_in(button)[MARC].isChecked()
    assert "Marc Fournier · Reviewer" in button.toolTip()  # a narrow window cuts it
    assert role_powers(Role.REVIEWER) in button.toolTip()
    assert button.accessibleDescription() == role_powers(Role.REVIEWER)


def test_who_has_left_is_not_offered(qtbot, path, operations):
    button = button_of(qtbot, path, operations)
    calendar = calendar_of(path)
    people = tuple(replace(one, is_active=one.id != MARC) for one in calendar.people)
    button.set_calendar(replace(calendar, people=people), path)
    assert MARC not in names_in(button)


def test_who_was_here_last_acts_again(qtbot, path, operations):
    remember_person(path, LENA)
    button = button_of(qtbot, path, operations)
    button.greet()
    qtbot.waitUntil(lambda: button.text() == "Lena Brandt · Planner")


def test_a_sample_begins_with_a_planner(qtbot, path, operations):
    button = button_of(qtbot, path, operations)
    button.set_calendar(replace(calendar_of(path), is_sample=True), path)
    button.greet()
    settle(operations, qtbot)
    assert operations.me.role is Role.PLANNER


@pytest.mark.parametrize("kept", [None, PersonId("somebody else")])
def test_nobody_acts_unasked_where_nobody_is_remembered(qtbot, path, operations, kept):
    if kept:
        remember_person(path, kept)
    button = button_of(qtbot, path, operations)
    with qtbot.waitSignal(button.dialog_asked):
        button.greet()
    assert operations.me is None


def test_whoever_has_said_it_already_is_not_asked(qtbot, path, operations):
    button = button_of(qtbot, path, operations)
    button.choose(LENA)
    with qtbot.assertNotEmitted(button.dialog_asked):
        button.greet()  # it is not known yet who was chosen
        settle(operations, qtbot)
        button.greet()
    assert operations.me.id == LENA


def test_the_menu_leads_to_what_each_may_do(qtbot, path, operations):
    button = button_of(qtbot, path, operations)
    menu = button.findChild(QMenu, "who_am_i_menu")
    menu.aboutToShow.emit()
    with qtbot.waitSignal(button.dialog_asked):
        menu.actions()[-1].trigger()


def test_another_theme_keeps_the_words(qtbot, path, operations):
    button = button_of(qtbot, path, operations)
    button.set_theme(DARK)
    assert button.text() == "Choose who you are"


@pytest.mark.in_english
def test_the_dialog_says_what_each_role_may_do(qtbot, path, operations):
    dialog = dialog_of(qtbot, path, operations)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {role_powers(role) for role in Role} <= words


def test_the_dialog_chooses_and_remembers(qtbot, path, operations):
    dialog = dialog_of(qtbot, path, operations)
    accept = dialog.findChild(QPushButton, "accept")
    assert not accept.isEnabled()
    dialog.findChild(QRadioButton, f"person_{NORA}").click()
    assert accept.text() == "I am Nora Haddad"
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert chosen.args[0].id == NORA
    assert remembered_person(path) == NORA
    assert not dialog.isVisible()
    settle(operations, qtbot)


def test_the_dialog_starts_with_who_was_here_last(qtbot, path, operations):
    remember_person(path, MARC)
    dialog = dialog_of(qtbot, path, operations)
    assert dialog.findChild(QRadioButton, f"person_{MARC}").isChecked()


def test_who_is_chosen_already_is_in_sight_and_has_the_keys(qtbot, path, operations):
    remember_person(path, NORA)
    dialog = dialog_of(qtbot, path, operations)
    dialog.resize(500, 260)
    dialog.hide()
    dialog.show()
    dialog.activateWindow()
    owner = dialog.findChild(QRadioButton, f"person_{NORA}")
    qtbot.waitUntil(owner.hasFocus)
    qtbot.waitUntil(lambda: owner.visibleRegion().contains(owner.rect().center()))


def test_cancel_changes_nobody(qtbot, path, operations):
    dialog = dialog_of(qtbot, path, operations)
    dialog.findChild(QRadioButton, f"person_{NORA}").click()
    qtbot.mouseClick(dialog.findChild(QPushButton, "cancel"), Qt.MouseButton.LeftButton)
    assert operations.me is None
    assert remembered_person(path) is None


def test_where_nobody_is_chosen_the_keys_begin_at_the_first_name(qtbot, path, operations):
    dialog = dialog_of(qtbot, path, operations)
    dialog.activateWindow()
    first = dialog.findChild(QRadioButton, f"person_{LENA}")
    qtbot.waitUntil(first.hasFocus)
    assert not first.isChecked()
    assert not dialog.findChild(QPushButton, "accept").isEnabled()
