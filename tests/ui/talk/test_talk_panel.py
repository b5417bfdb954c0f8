from datetime import UTC

from PySide6.QtWidgets import QPushButton

from app.commands.people import choose_person
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


def field(panel):
    return panel.findChild(CommentInput)


def another_panel(table, qtbot):
    """The panel of a program that was started anew, or of another screen."""
    panel = TalkPanel(table.operations, LIGHT)
    qtbot.addWidget(panel)
    panel.show_post(table.view, table.reader.calendar())
    return panel


def typed(table, qtbot, words):
    field(table.panel).setPlainText(words)
    qtbot.waitUntil(lambda: table.talk.unsent.get(LENA) == words)


def test_what_was_typed_before_a_crash_stands_there_again(table, qtbot):
    typed(table, qtbot, "Half a th")
    assert field(another_panel(table, qtbot)).toPlainText() == "Half a th"


def test_what_one_person_types_is_not_shown_to_another(table, qtbot):
    typed(table, qtbot, "Half a th")
    table.sit_down(MARC)
    assert field(table.panel).toPlainText() == ""
    assert field(another_panel(table, qtbot)).toPlainText() == ""
    table.sit_down(LENA)
    assert field(table.panel).toPlainText() == "Half a th"


def test_what_is_typed_as_another_person_sits_down_is_kept_for_who_typed_it(table, qtbot):
    field(table.panel).setPlainText("Half a th")
    table.sit_down(MARC)
    qtbot.waitUntil(lambda: table.talk.unsent == {LENA: "Half a th"})


def test_what_was_sent_from_one_place_stands_in_no_other(table, qtbot):
    typed(table, qtbot, "Is it warm?")
    other = another_panel(table, qtbot)
    other.findChild(QPushButton, "comment_send").click()
    assert field(other).toPlainText() == ""
    assert field(table.panel).toPlainText() == ""
    qtbot.waitUntil(lambda: table.talk.unsent == {})
    assert field(another_panel(table, qtbot)).toPlainText() == ""


def test_the_last_words_before_the_window_closes_are_kept(table):
    field(table.panel).setPlainText("Half a th")
    table.operations.closing.emit()
    assert table.talk.unsent == {LENA: "Half a th"}


def test_what_is_typed_in_two_windows_is_kept_of_both(table, qtbot):
    other = another_panel(table, qtbot)
    typed(table, qtbot, "Half a th")
    field(other).setPlainText("Who baked it?")
    qtbot.waitUntil(lambda: table.talk.unsent == {LENA: "Who baked it?"})
    other.findChild(QPushButton, "comment_send").click()
    assert table.talk.unsent == {LENA: "Half a th"}


def test_nobody_says_what_another_typed_before_they_sat_down(table):
    field(table.panel).setPlainText("Is it warm?")
    choose_person(table.session, person_id=MARC)  # on its way: the window does not know it yet
    table.panel.findChild(QPushButton, "comment_send").click()
    assert table.talk.comments == ()
    assert field(table.panel).toPlainText() == "Is it warm?"
