from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton

from app.commands.people import save_person
from app.domain.person import Role
from tests.builders.calendars import LENA, MARC, NORA
from tests.builders.ui_c import become, calendar_of, meanwhile, settle
from ui.settings.people_page import PeoplePage
from ui.theme import LIGHT
from ui.widgets.check_list import CheckList
from ui.widgets.two_line_list import TwoLineList


@pytest.fixture
def dialog(qtbot, path, operations):
    made = PeoplePage(calendar_of(path), operations, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def child(dialog, kind, name):
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def press(qtbot, dialog, name):
    qtbot.mouseClick(child(dialog, QPushButton, name), Qt.MouseButton.LeftButton)


def choose(dialog, person_id):
    people = child(dialog, TwoLineList, "people_list")
    rows = [people.item(row).data(Qt.ItemDataRole.UserRole) for row in range(people.count())]
    people.setCurrentRow(rows.index(str(person_id)))


def write_name(qtbot, dialog, name):
    line = child(dialog, QLineEdit, "person_name")
    line.selectAll()
    qtbot.keyClicks(line, name)


def message(dialog):
    return child(dialog, QLabel, "message").text()


def test_everybody_is_listed_with_role_languages_and_markets(dialog):
    people = child(dialog, TwoLineList, "people_list")
    spoken = [
        people.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(people.count())
    ]
    assert "Lena Brandt, Planner · German, English · all markets" in spoken
    assert len(spoken) == 4


def test_the_form_is_headed_by_whom_it_is_about(qtbot, dialog):
    choose(dialog, MARC)
    heading = child(dialog, QLabel, "heading")
    assert heading.text() == child(dialog, QLineEdit, "person_name").text()
    press(qtbot, dialog, "add_person")
    assert heading.text() == "New person"


def test_a_new_person_is_in_the_calendar_once_saved(qtbot, dialog, operations, path):
    press(qtbot, dialog, "add_person")
    write_name(qtbot, dialog, "Ines Costa")
    child(dialog, QRadioButton, "role_reviewer").click()
    press(qtbot, dialog, "save")
    settle(operations, qtbot)
    (ines,) = [one for one in calendar_of(path).people if one.name == "Ines Costa"]
    assert ines.role is Role.REVIEWER
    assert child(dialog, TwoLineList, "people_list").key == str(ines.id)


def test_a_language_is_added_by_its_name(qtbot, dialog, operations, path):
    choose(dialog, LENA)
    box = child(dialog, QComboBox, "add_language")
    qtbot.keyClicks(box.lineEdit(), "portuguese (brazil)\r")
    press(qtbot, dialog, "save")
    settle(operations, qtbot)
    assert calendar_of(path).person(LENA).languages == ("de", "en", "pt-BR")


def test_ticked_markets_are_those_a_person_looks_after(qtbot, dialog, operations, path):
    choose(dialog, MARC)
    child(dialog, QCheckBox, "all_markets").click()
    child(dialog, CheckList, "person_markets").set_checked({"FR"})
    press(qtbot, dialog, "save")
    settle(operations, qtbot)
    assert calendar_of(path).person(MARC).markets == ("FR",)


def test_who_has_left_stays_in_the_list_and_can_come_back(qtbot, dialog, operations, path):
    choose(dialog, MARC)
    press(qtbot, dialog, "leave")
    settle(operations, qtbot)
    assert not calendar_of(path).person(MARC).is_active
    assert child(dialog, QPushButton, "leave").text() == "Take part again"
    press(qtbot, dialog, "leave")
    settle(operations, qtbot)
    assert calendar_of(path).person(MARC).is_active


def test_an_owner_cannot_take_themselves_out(dialog):
    choose(dialog, NORA)
    leave = child(dialog, QPushButton, "leave")
    assert not leave.isEnabled()
    assert "another owner" in leave.toolTip()


def test_a_planner_may_look_and_reads_why_not_more(qtbot, dialog, operations):
    become(operations, qtbot, LENA)
    assert not child(dialog, QPushButton, "add_person").isEnabled()
    assert not child(dialog, QLineEdit, "person_name").isEnabled()
    assert message(dialog) == "Only an owner may change people; you are Lena Brandt, planner."
    become(operations, qtbot, NORA)
    assert child(dialog, QPushButton, "add_person").isEnabled()


def test_a_person_without_a_name_cannot_be_saved_and_save_says_why(qtbot, dialog):
    press(qtbot, dialog, "add_person")
    save = child(dialog, QPushButton, "save")
    assert not save.isEnabled()
    assert save.toolTip() == "Give the person a name."


def test_a_second_person_of_the_same_name_is_refused_in_the_bar(qtbot, dialog, operations):
    press(qtbot, dialog, "add_person")
    write_name(qtbot, dialog, "Marc Fournier")
    press(qtbot, dialog, "save")
    settle(operations, qtbot)
    qtbot.waitUntil(lambda: "already somebody called Marc Fournier" in message(dialog))
    assert child(dialog, QLineEdit, "person_name").text() == "Marc Fournier"


def test_choosing_another_person_keeps_unsaved_changes_in_view(qtbot, dialog):
    choose(dialog, LENA)
    write_name(qtbot, dialog, "Lena B.")
    choose(dialog, MARC)
    assert child(dialog, TwoLineList, "people_list").key == LENA
    assert "not saved yet" in message(dialog)


def test_nobody_leaves_over_unsaved_changes(qtbot, dialog):
    choose(dialog, LENA)
    write_name(qtbot, dialog, "Lena B.")
    assert not dialog.may_leave()
    press(qtbot, dialog, "discard")
    assert dialog.may_leave()


def test_discarding_a_new_person_leaves_no_trace(qtbot, dialog, path):
    press(qtbot, dialog, "add_person")
    write_name(qtbot, dialog, "Nobody")
    press(qtbot, dialog, "discard")
    assert child(dialog, TwoLineList, "people_list").count() == 4
    assert child(dialog, QLineEdit, "person_name").text() == "Olga Owner"
    assert len(calendar_of(path).people) == 4


def test_a_change_from_elsewhere_does_not_wipe_what_is_being_written(qtbot, dialog, path):
    choose(dialog, LENA)
    write_name(qtbot, dialog, "Lena Brandt-Meier")
    dialog.set_calendar(calendar_of(path))
    assert child(dialog, QLineEdit, "person_name").text() == "Lena Brandt-Meier"


@pytest.fixture
def overtaken(dialog, qtbot, operations, path):
    """Lena was made a reviewer elsewhere while her name was changed here and then saved."""
    choose(dialog, LENA)
    write_name(qtbot, dialog, "Lena B")
    lena = replace(calendar_of(path).person(LENA), role=Role.REVIEWER)
    meanwhile(path, partial(save_person, person=lena))
    press(qtbot, dialog, "save")
    settle(operations, qtbot)
    dialog.set_calendar(calendar_of(path))
    return dialog


def test_what_was_typed_stays_where_somebody_else_was_first(overtaken, path):
    assert "Nora Haddad has changed Lena Brandt meanwhile" in message(overtaken)
    assert child(overtaken, QLabel, "message").isVisible()
    assert child(overtaken, QLineEdit, "person_name").text() == "Lena B"
    assert calendar_of(path).person(LENA).role is Role.REVIEWER


def test_look_again_shows_what_counts_and_then_it_can_be_saved(overtaken, qtbot, operations, path):
    press(qtbot, overtaken, "message_action")
    assert child(overtaken, QRadioButton, "role_reviewer").isChecked()
    write_name(qtbot, overtaken, "Lena B")
    press(qtbot, overtaken, "save")
    settle(operations, qtbot)
    lena = calendar_of(path).person(LENA)
    assert (lena.name, lena.role) == ("Lena B", Role.REVIEWER)


def test_what_was_told_to_one_person_is_not_shown_to_the_next(overtaken, qtbot, operations):
    become(operations, qtbot, MARC)
    assert "has changed" not in message(overtaken)
    become(operations, qtbot, NORA)
    assert not child(overtaken, QLabel, "message").isVisible()
