import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.commands import posts
from app.domain.change import ChangeSet
from tests.builders.calendars import BREAD, NORA, ready_post
from ui.theme import DARK

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def save_by_key(writer, qtbot):
    qtbot.keyClick(QApplication.focusWidget() or writer.panel, Qt.Key.Key_S, CTRL)


def test_what_somebody_else_saves_appears_beside_what_is_unsaved(writer, qtbot):
    post_id = writer.show()
    writer.write(qtbot, "Neu: ")
    writer.as_somebody_else(NORA, lambda session: retitle(session, post_id, writer))
    writer.panel.on_changed(ChangeSet("", posts=frozenset({post_id})))
    assert writer.part("post_title").value == "Von Nora"
    assert writer.part("post_text").value == f"Neu: {BREAD}"
    writer.panel.save()
    saved = writer.post(post_id).content
    assert (saved.title, saved.text) == ("Von Nora", f"Neu: {BREAD}")


def retitle(session, post_id, writer, **changes):
    posts.edit_post(
        session,
        post_id=post_id,
        base_revision=writer.post(post_id).revision,
        changes=changes or {"title": "Von Nora"},
    )


@pytest.mark.parametrize(("choice", "stands"), [("mine", "Neu: "), ("theirs", "Nora")])
def test_two_who_changed_the_same_words_choose_and_nothing_is_lost(writer, qtbot, choice, stands):
    post_id = writer.show()
    writer.write(qtbot, "Neu: ")
    writer.as_somebody_else(
        NORA, lambda session: retitle(session, post_id, writer, text="Nora schreibt es so.")
    )
    save_by_key(writer, qtbot)
    assert writer.post(post_id).content.text == "Nora schreibt es so."
    dialog = writer.part("conflict_dialog")
    assert dialog.isVisible()
    dialog.findChild(object, f"{choice}_text").click()
    dialog.findChild(object, "conflict_save").click()
    assert writer.post(post_id).content.text.startswith(stands)
    assert not writer.panel.has_unsaved_changes


def test_going_back_from_the_choice_keeps_the_own_words(writer, qtbot):
    post_id = writer.show()
    other = ready_post(writer.session)
    writer.write(qtbot, "Neu: ")
    writer.as_somebody_else(
        NORA, lambda session: retitle(session, post_id, writer, text="Nora schreibt es so.")
    )
    writer.panel.on_changed(ChangeSet("", posts=frozenset({post_id})))
    assert "Nora Haddad has changed the same fields" in writer.part("message_bar").text
    writer.panel.show_post(other)
    writer.part("conflict_dialog").findChild(object, "conflict_back").click()
    assert writer.panel.post_id == post_id
    assert writer.part("post_text").value == f"Neu: {BREAD}"


def test_what_was_not_chosen_can_be_brought_back(writer, qtbot):
    post_id = writer.show()
    writer.write(qtbot, "Neu: ")
    writer.as_somebody_else(
        NORA, lambda session: retitle(session, post_id, writer, text="Nora schreibt es so.")
    )
    save_by_key(writer, qtbot)
    dialog = writer.part("conflict_dialog")
    dialog.findChild(object, "theirs_text").click()
    dialog.findChild(object, "conflict_save").click()
    assert writer.part("post_text").value == "Nora schreibt es so."
    writer.answer()
    assert writer.part("post_text").value == f"Neu: {BREAD}"
    assert writer.panel.has_unsaved_changes
    writer.panel.set_theme(DARK)
    writer.panel.save()
    assert writer.post(post_id).content.text == f"Neu: {BREAD}"
