from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.post.save_bar import SaveBar, saved_at
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot):
    made = SaveBar(LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_unsaved_can_be_saved_or_put_away(bar, qtbot):
    bar.set_dirty()
    assert bar.state == "Unsaved changes"
    with qtbot.waitSignal(bar.save_wanted):
        qtbot.mouseClick(bar.save, LEFT)
    with qtbot.waitSignal(bar.discard_wanted):
        qtbot.mouseClick(bar.discard, LEFT)


def test_after_a_click_the_keyboard_stays_where_one_types(bar, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    bar.layout().addWidget(field)
    bar.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    bar.set_dirty()
    bar.save_wanted.connect(bar.set_saving)
    qtbot.mouseClick(bar.save, LEFT)
    assert not bar.save.isEnabled()
    assert field.hasFocus()


@pytest.mark.parametrize("name", ["save", "discard"])
def test_before_the_button_with_the_keyboard_is_shut_the_keys_are_given_back(bar, qtbot, name):
    bar.set_dirty()
    bar.activateWindow()
    button = getattr(bar, name)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    with qtbot.waitSignal(bar.keys_left):
        bar.set_saving() if name == "save" else bar.set_clean("")


def test_without_changes_there_is_nothing_to_save_and_the_button_says_so(bar):
    bar.set_clean(saved_at(datetime(2027, 11, 9, 10, 42)))
    bar.set_theme(DARK)
    assert bar.state == "Saved 10:42"
    assert not bar.save.isEnabled()
    assert bar.save.toolTip() == "There is nothing to save."
    assert not bar.discard.isVisible()


def test_while_it_is_saved_nobody_saves_twice(bar):
    bar.set_dirty()
    bar.set_saving()
    assert bar.state == "Saving…"
    assert not bar.save.isEnabled()


def test_what_is_kept_as_a_draft_is_said_while_it_is_unsaved(bar):
    bar.set_dirty(datetime(2027, 11, 9, 10, 42))
    assert bar.state == "Unsaved · kept 10:42"
    bar.set_dirty()
    assert bar.state == "Unsaved changes"


def test_what_cannot_even_be_kept_is_said_with_the_reason(bar):
    bar.set_not_kept("The disk is full.")
    assert bar.state == ""
    bar.set_dirty()
    bar.set_not_kept("The disk is full.")
    assert bar.state == "Unsaved · not kept"
    assert bar.findChild(object, "save_state").toolTip() == "The disk is full."
