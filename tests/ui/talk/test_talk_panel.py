from datetime import UTC

from PySide6.QtWidgets import QPushButton

from app.commands.posts import cancel_posts
from app.commands.suggestions import suggest_edit
from tests.builders.calendars import LENA, MARC, act_as
from ui.talk.comment_input import CommentInput
from ui.talk.talk_panel import TalkPanel, now_utc
from ui.theme import LIGHT


def test_a_refusal_is_passed_on(table, qtbot):
    table.panel.findChild(CommentInput).setPlainText("x" * 5000)
    with qtbot.waitSignal(table.panel.refused):
        table.panel.findChild(QPushButton, "comment_send").click()
    assert table.talk.comments == ()


def test_what_is_cancelled_is_asked_of_nobody(table):
    cancel_posts(table.session, post_ids=[table.post_id])
    table.show()
    assert table.panel.findChild(object, "section_asked").isHidden()


def test_before_any_post_nothing_is_said_or_done(table, qtbot):
    table.panel.show_nothing()
    assert table.panel.isHidden()
    table.panel.findChild(CommentInput).setPlainText("Hello")
    table.panel.findChild(QPushButton, "comment_send").click()
    table.operations.become(None)
    assert table.talk.comments == ()


def test_what_is_unsaved_is_saved_before_words_are_taken_over(table, qtbot):
    act_as(table.session, MARC)
    suggest_edit(
        table.session, post_id=table.post_id, base_revision=2, fields={"text": "Kurz."}, note=""
    )
    act_as(table.session, LENA)
    waiting = []
    panel = TalkPanel(table.operations, LIGHT, settle=waiting.append)
    qtbot.addWidget(panel)
    panel.show_post(table.view, table.reader.calendar())
    panel.findChild(QPushButton, "suggestion_accept").click()
    assert table.view.post.content.text != "Kurz."
    (then,) = waiting
    then()
    assert table.view.post.content.text == "Kurz."


def test_the_keys_go_back_to_a_comment(table, qtbot):
    table.panel.show()
    table.panel.activateWindow()
    table.panel.go_on_typing()
    qtbot.waitUntil(lambda: table.panel.is_typed_in)


def test_its_own_clock_is_aware():
    assert now_utc().tzinfo is UTC
