"""The way back in dialogs where settings are changed."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout

from app.commands.people import save_person
from app.commands.policy import save_policy
from app.domain.person import Role
from app.domain.policy import Policy
from app.storage import people
from tests.builders.calendars import LENA, NORA, act_as, team_session
from tests.ui.direct import DirectOperations
from ui.theme import DARK, LIGHT
from ui.way_back import WayBack
from ui.widgets.toast import Toast

pytestmark = pytest.mark.in_english
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session(tmp_path):
    made = team_session(tmp_path / "team.countersign")
    act_as(made, NORA)
    yield made
    made.close()


@pytest.fixture
def operations(session):
    return DirectOperations(session.me, session)


@pytest.fixture
def dialog(qtbot, operations):
    made = QDialog()
    made.line = QLineEdit(made)
    made.stands = True
    made.way = WayBack(made, operations, LIGHT, may_leave=lambda: made.stands)
    column = QVBoxLayout(made)
    column.addWidget(made.line)
    column.addWidget(made.way.buttons())
    operations.changed.connect(made.way.tell)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def lena(session):
    return next(one for one in people.all_people(session.engine) if one.id == LENA)


def promote(session, operations):
    operations.run(partial(save_person, person=replace(lena(session), role=Role.REVIEWER)))


def words(dialog):
    return dialog.findChild(Toast).text


def tip(dialog, name):
    return dialog.findChild(QToolButton, f"{name}_button").toolTip()


def test_each_change_is_told_with_undo(dialog, session, operations):
    promote(session, operations)
    assert words(dialog) == "Lena Brandt is a reviewer now"
    dialog.findChild(QPushButton, "toast_action").click()
    assert lena(session).role is Role.PLANNER
    assert words(dialog) == "Undid: Change the role of Lena Brandt · Lena Brandt is a planner now"
    assert not dialog.findChild(QPushButton, "toast_action").isVisible()


def test_undo_and_redo_have_their_keys(dialog, session, operations, qtbot):
    promote(session, operations)
    dialog.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert lena(session).role is Role.PLANNER
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert lena(session).role is Role.REVIEWER
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(dialog, Qt.Key.Key_Y, CONTROL)
    assert lena(session).role is Role.REVIEWER


def test_a_field_keeps_the_keys_only_for_typing_of_its_own(dialog, session, operations, qtbot):
    promote(session, operations)
    dialog.line.setFocus()
    qtbot.keyClicks(dialog.line, "Lea")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Z, CONTROL)
    assert (dialog.line.text(), lena(session).role) == ("", Role.REVIEWER)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Z, CONTROL)
    assert lena(session).role is Role.PLANNER
    dialog.line.clear()
    qtbot.keyClick(dialog.line, Qt.Key.Key_A)


def test_a_button_that_is_shut_hands_its_keys_to_no_undo(dialog, session, operations, qtbot):
    save = QPushButton(dialog)
    dialog.layout().addWidget(save)
    save.setFocus()
    promote(session, operations)
    dialog.line.setEnabled(False)
    save.setEnabled(False)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert lena(session).role is Role.REVIEWER
    assert dialog.focusWidget() is dialog


def test_enter_in_a_field_takes_nothing_back(dialog, session, operations, qtbot):
    promote(session, operations)
    dialog.line.setFocus()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert lena(session).role is Role.REVIEWER


def test_the_buttons_say_what_they_would_do_or_that_there_is_nothing(dialog, session, operations):
    assert "No setting was changed" in tip(dialog, "undo_setting")
    assert not dialog.way.undo.isEnabled()
    promote(session, operations)
    assert tip(dialog, "undo_setting") == "Undo: Change the role of Lena Brandt (Ctrl+Z)"
    assert not dialog.way.redo.isEnabled()
    dialog.way.undo.trigger()
    assert tip(dialog, "redo_setting") == "Do again: Change the role of Lena Brandt (Ctrl+Shift+Z)"


def test_nothing_goes_back_while_something_is_not_saved(dialog, session, operations):
    promote(session, operations)
    dialog.stands = False
    dialog.way.undo.trigger()
    assert lena(session).role is Role.REVIEWER


def test_what_asks_why_says_so_by_its_dots(dialog, session, operations):
    operations.run(partial(save_policy, policy=Policy(3), reason="We have talked about it"))
    assert words(dialog) == "3 people approve a post with a stop now"
    assert dialog.findChild(QPushButton, "toast_action").text() == "Undo…"


def test_a_refusal_stays_until_it_is_closed(dialog, session, operations):
    promote(session, operations)
    session.undo_steps.clear()
    dialog.way.undo.trigger()
    assert words(dialog) == "There is nothing to undo."


def test_whoever_sits_down_next_is_told_nothing_of_it(dialog, session, operations):
    promote(session, operations)
    operations.become(lena(session))
    assert words(dialog) == ""


def test_it_takes_other_colours(dialog):
    before = dialog.way.undo.icon().pixmap(20).toImage()
    dialog.way.set_theme(DARK)
    assert dialog.way.undo.icon().pixmap(20).toImage() != before
    assert dialog.findChild(QLabel, "toast_words") is not None
