from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.widgets.save_row import SaveRow


def row_of(qtbot, **state):
    row = SaveRow()
    row.open_for(**state)
    qtbot.addWidget(row)
    row.show()
    return row


def button(row, name):
    return row.findChild(QPushButton, name)


def test_without_a_change_there_is_nothing_to_save_and_it_says_so(qtbot):
    row = row_of(qtbot, is_changed=False)
    assert not button(row, "save").isEnabled()
    assert not button(row, "discard").isEnabled()
    assert button(row, "save").toolTip() == "Nothing has been changed."


def test_a_change_can_be_saved_or_discarded(qtbot):
    row = row_of(qtbot, is_changed=True)
    with qtbot.waitSignals([row.saved, row.discarded]):
        qtbot.mouseClick(button(row, "save"), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(button(row, "discard"), Qt.MouseButton.LeftButton)


def test_who_may_not_change_it_reads_why_on_both_buttons(qtbot):
    row = row_of(qtbot, is_changed=False, why_not="Only an owner may.")
    assert {button(row, name).toolTip() for name in ("save", "discard")} == {"Only an owner may."}


def test_before_the_button_with_the_keyboard_is_shut_the_keys_are_given_back(qtbot):
    row = row_of(qtbot, is_changed=True)
    row.activateWindow()
    button(row, "save").setFocus()
    qtbot.waitUntil(button(row, "save").hasFocus)
    with qtbot.assertNotEmitted(row.keys_left):
        row.open_for(is_changed=True)
    with qtbot.waitSignal(row.keys_left):
        row.open_for(is_changed=False)


def test_an_unfinished_change_can_only_be_discarded(qtbot):
    row = row_of(qtbot, is_changed=True, why_not="Give it a name.")
    assert not button(row, "save").isEnabled()
    assert button(row, "discard").isEnabled()
    assert button(row, "save").toolTip() == "Give it a name."


def test_the_key_that_saves_a_post_saves_a_form(qtbot):
    row = row_of(qtbot, is_changed=True)
    assert button(row, "save").toolTip() == "Save (Ctrl+S)"
    with qtbot.waitActive(row):
        row.activateWindow()
    with qtbot.waitSignal(row.saved):
        qtbot.keyClick(row, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
