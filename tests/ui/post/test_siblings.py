import pytest
from PySide6.QtWidgets import QDialog

from app.commands.session import Session
from app.domain.change import ChangeSet
from tests.builders import calendars
from tests.builders.calendars import BREAD

pytestmark = pytest.mark.in_english


def ask(writer) -> QDialog:
    writer.part("change_alike").click()
    return writer.part("alike_dialog")


def test_they_change_with_it_in_one_step_and_whose_approval_ends_is_said(writer, qtbot, idea):
    first, push, french = idea
    calendars.approve_as(writer.session, writer.reader, first)
    writer.panel.on_changed(ChangeSet("", posts=frozenset({first})))
    writer.change(push, ready=True)
    calendars.approve_as(writer.session, writer.reader, push)
    writer.write(qtbot, "Neu: ")
    dialog = ask(writer)
    words = writer.texts(dialog)
    assert "DE-0001: Saving ends the approval by Marc Fournier: text changed." in words
    assert "Changes: text. Ends the approval by Marc Fournier." in words
    assert dialog.findChild(object, "save_alike").text() == "Change DE-0001 and 1 sibling"
    dialog.findChild(object, "save_alike").click()
    assert {writer.post(one).content.text for one in (first, push)} == {f"Neu: {BREAD}"}
    assert writer.post(french).content.text == "Du pain"
    assert not writer.panel.has_unsaved_changes
    writer.operations.run(Session.undo)
    assert {writer.post(one).content.text for one in (first, push)} == {BREAD}
    assert writer.reader.post(push).card.is_approved


def test_a_sibling_that_changed_meanwhile_stops_it_and_nothing_is_lost(writer, qtbot, idea):
    first, push, _french = idea
    writer.write(qtbot, "Neu: ")
    dialog = ask(writer)
    writer.change(push, notes="x")
    dialog.findChild(object, "save_alike").click()
    assert "DE-0002 was changed by somebody else" in writer.part("message_bar").text
    assert writer.post(first).content.text == BREAD
    assert writer.part("post_text").value == f"Neu: {BREAD}"
