import pytest
from PySide6.QtWidgets import QDialog

from tests.builders.calendars import BREAD

pytestmark = pytest.mark.in_english


def ask(writer) -> QDialog:
    writer.part("change_alike").click()
    return writer.part("alike_dialog")


def test_without_a_tick_nothing_is_changed_and_the_button_says_why(writer, qtbot, idea):
    writer.write(qtbot, "Neu: ")
    dialog = ask(writer)
    dialog.findChild(object, "alike_DE-0002").click()
    save = dialog.findChild(object, "save_alike")
    assert not save.isEnabled()
    assert save.toolTip()
    dialog.findChild(object, "cancel_alike").click()
    assert writer.post(idea[1]).content.text == BREAD
    assert writer.panel.has_unsaved_changes
