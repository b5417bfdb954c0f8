import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def test_ready_and_back_to_draft_save_first(writer, qtbot):
    post_id = writer.show()
    writer.write(qtbot, "Neu: ")
    qtbot.mouseClick(writer.part("post_draft"), LEFT)
    assert not writer.post(post_id).ready
    assert writer.post(post_id).content.text.startswith("Neu: ")
    qtbot.mouseClick(writer.part("post_ready"), LEFT)
    assert writer.post(post_id).ready


def test_a_copy_is_an_unapproved_draft_and_is_shown(writer, qtbot):
    post_id = writer.show()
    with qtbot.waitSignal(writer.panel.post_shown):
        writer.panel.findChild(QAction, "post_duplicate").trigger()
    copy = writer.post()
    assert copy.id != post_id
    assert copy.copied_from == post_id
    assert not copy.ready


def test_a_cancelled_post_leaves_the_panel(writer, qtbot):
    post_id = writer.show()
    with qtbot.waitSignal(writer.panel.closed):
        writer.panel.findChild(QAction, "post_cancel").trigger()
    assert writer.post(post_id).cancelled


def test_a_post_can_be_put_in_the_tray(writer):
    post_id = writer.show()
    writer.panel.findChild(QAction, "post_to_tray").trigger()
    assert writer.post(post_id).content.local is None
    assert writer.part("post_in_tray").isChecked()


def test_review_is_asked_for_with_the_post_as_it_is_saved(writer, qtbot):
    post_id = writer.show()
    writer.write(qtbot, "Neu: ")
    with qtbot.waitSignal(writer.panel.review_requested) as asked:
        qtbot.mouseClick(writer.part("post_review"), LEFT)
    assert asked.args == [post_id]
    assert not writer.panel.has_unsaved_changes


@pytest.mark.in_english
def test_the_word_that_it_was_taken_out_is_asked_for_and_a_refusal_is_said(writer, qtbot):
    writer.show()
    writer.part("post_head").taken_out_wanted.emit()
    dialog = writer.part("taken_out_dialog")
    qtbot.keyClicks(dialog.findChild(object, "taken_out_words"), "Deleted in Buffer")
    dialog.findChild(object, "taken_out_confirm").click()
    assert writer.part("message_bar").text


def test_without_a_post_there_is_nothing_to_do(writer):
    for wanted in ("ready_wanted", "review_wanted", "taken_out_wanted", "repeat_wanted"):
        getattr(writer.part("post_head"), wanted).emit()
    assert writer.part("taken_out_dialog") is None
    assert writer.operations.sentences == []
