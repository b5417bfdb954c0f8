"""Siblings of the post in the panel: seen side by side, opened, and changed with it."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from app.commands.posts import adapt_posts, edit_post
from app.commands.session import Session
from tests.builders import calendars
from tests.builders.calendars import BREAD, DE_PUSH, FR_INSTAGRAM, only
from ui.post import versions_dialog
from ui.post.versions_dialog import VersionsDialog
from ui.theme import DARK

pytestmark = pytest.mark.in_english


@pytest.fixture
def idea(writer):
    """The post that is shown, its sibling that says the same, and a French one that does not."""
    first = calendars.ready_post(writer.session)
    push, french = (
        only(adapt_posts(writer.session, post_ids=[first], to_channel_id=channel, to_day=None))
        for channel in (DE_PUSH, FR_INSTAGRAM)
    )
    change(writer, french, text="Du pain")
    writer.panel.show_post(first)
    return first, push, french


def change(writer, post_id, **changes):
    revision = writer.post(post_id).revision
    edit_post(writer.session, post_id=post_id, base_revision=revision, changes=changes)


def compare(writer) -> VersionsDialog:
    writer.part("side_by_side").click()
    return writer.part("versions_dialog")


def texts(part) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel))


def test_a_post_alone_shows_no_siblings(writer):
    writer.show()
    assert not writer.part("section_siblings").isVisible()
    assert not writer.part("alike_line").isVisible()


def test_a_sibling_opens_with_a_click_and_what_was_typed_is_saved(writer, qtbot, idea):
    first, push, _french = idea
    writer.write(qtbot, "Neu: ")
    with qtbot.waitSignal(writer.panel.post_shown):
        writer.part("open_DE-0002").click()
    assert writer.panel.post_id == push
    assert writer.post(first).content.text.startswith("Neu: ")


def test_all_versions_stand_side_by_side_with_who_was_left_behind(writer, idea):
    change(writer, idea[0], text=f"Neu: {BREAD}")
    dialog = compare(writer)
    words = texts(dialog)
    assert "3 versions of one idea" in words
    assert "Not updated since Lena Brandt changed DE-0001" in words
    assert "Du pain" in words
    assert dialog.findChild(QLabel, "difference").accessibleName().startswith("[removed: Neu")
    assert len(dialog.findChildren(QLabel, "difference")) == 1


def test_another_version_can_be_the_one_to_compare_with(writer, idea):
    change(writer, idea[0], text=f"Neu: {BREAD}")
    dialog = compare(writer)
    dialog.findChild(object, "against_DE-0002").click()
    assert dialog.findChild(object, "compared_with").text().startswith("Held against DE-0002")
    assert dialog.findChild(QLabel, "difference").accessibleName().startswith("[added: Neu")
    dialog.set_theme(DARK)
    assert dialog.findChild(object, "against_DE-0002").isChecked()


def test_a_version_opens_from_the_comparison(writer, idea):
    compare(writer).findChild(object, "version_FR-0001").click()
    assert writer.panel.post_id == idea[2]


def test_of_many_versions_the_first_are_made_and_the_rest_on_a_click(writer, idea, monkeypatch):
    monkeypatch.setattr(versions_dialog, "AT_FIRST", 2)
    dialog = compare(writer)
    assert dialog.findChild(object, "version_FR-0001") or dialog.findChild(
        object, "version_DE-0002"
    )
    before = len(dialog.findChildren(object, "against_FR-0001"))
    dialog.findChild(object, "all_versions").click()
    assert dialog.findChild(object, "against_FR-0001")
    assert not dialog.findChild(object, "all_versions").isVisible()
    assert before <= 1


def ask(writer) -> QDialog:
    writer.part("change_alike").click()
    return writer.part("alike_dialog")


def test_siblings_that_say_the_same_are_told_of_while_one_types(writer, qtbot, idea):
    writer.write(qtbot, "x", "post_notes")
    assert not writer.part("alike_line").isVisible()
    writer.write(qtbot, "Neu: ")
    assert writer.part("alike_line").words == "1 sibling says the same: DE-0002"


def test_they_change_with_it_in_one_step_and_whose_approval_ends_is_said(writer, qtbot, idea):
    first, push, french = idea
    change(writer, push, ready=True)
    calendars.approve_as(writer.session, writer.reader, push)
    writer.write(qtbot, "Neu: ")
    dialog = ask(writer)
    assert "Ends the approval by Marc Fournier" in texts(dialog)
    assert dialog.findChild(object, "save_alike").text() == "Change DE-0001 and 1 sibling"
    dialog.findChild(object, "save_alike").click()
    assert {writer.post(one).content.text for one in (first, push)} == {f"Neu: {BREAD}"}
    assert writer.post(french).content.text == "Du pain"
    assert not writer.panel.has_unsaved_changes
    writer.operations.run(Session.undo)
    assert {writer.post(one).content.text for one in (first, push)} == {BREAD}
    assert writer.reader.post(push).card.is_approved


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


def test_a_sibling_that_changed_meanwhile_stops_it_and_nothing_is_lost(writer, qtbot, idea):
    first, push, _french = idea
    writer.write(qtbot, "Neu: ")
    dialog = ask(writer)
    change(writer, push, notes="x")
    dialog.findChild(object, "save_alike").click()
    assert "DE-0002 was changed by somebody else" in writer.part("message_bar").text
    assert writer.post(first).content.text == BREAD
    assert writer.part("post_text").value == f"Neu: {BREAD}"
