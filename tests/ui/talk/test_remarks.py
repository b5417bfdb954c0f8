from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.commands.comments import add_comment
from tests.builders.calendars import MARC, ready_post
from ui.talk.comment_input import CommentInput


def remarks(table):
    shown = table.panel.findChildren(QWidget, "remark")
    return [one.findChildren(QLabel)[1].text() for one in shown if not one.isHidden()]


def button(table, name):
    return table.panel.findChild(QPushButton, name)


def field(table):
    return table.panel.findChild(CommentInput)


def test_a_comment_is_said_and_the_field_is_empty_again(table, qtbot):
    assert not button(table, "comment_send").isEnabled()
    field(table).setPlainText("@Marc Fournier, is it warm?")
    button(table, "comment_send").click()
    assert remarks(table) == ["@Marc Fournier, is it warm?"]
    assert field(table).toPlainText() == ""
    (said,) = table.talk.comments
    assert said.mentions == (MARC,)
    qtbot.keyClick(field(table), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(table.talk.comments) == 1  # nothing is no comment


@pytest.mark.in_english
def test_a_resolved_comment_folds_away_and_comes_back_on_a_click(table):
    add_comment(table.session, post_id=table.post_id, text="Is it warm?")
    table.show()
    button(table, "comment_resolve").click()
    assert remarks(table) == []
    assert button(table, "show_resolved").text() == "Show 1 resolved"
    button(table, "show_resolved").click()
    assert remarks(table) == ["Is it warm?"]
    button(table, "comment_reopen").click()
    assert not table.talk.comments[0].is_resolved


def test_what_is_typed_stays_while_others_speak(table):
    field(table).setPlainText("Half a th")
    add_comment(table.session, post_id=table.post_id, text="Meanwhile")
    table.show()
    assert field(table).toPlainText() == "Half a th"


def test_what_is_typed_about_one_post_waits_while_another_is_read(table):
    first, second = table.post_id, ready_post(table.session, clock=time(12))
    field(table).setPlainText("Half a th")
    table.post_id = second
    table.show()
    assert field(table).toPlainText() == ""
    table.panel.show_nothing()
    table.post_id = first
    table.show()
    assert field(table).toPlainText() == "Half a th"


def test_what_was_sent_is_gone_also_where_another_post_was_turned_to_meanwhile(table):
    first, second = table.post_id, ready_post(table.session, clock=time(12))
    waiting = []
    table.operations.run = lambda command, **to: waiting.append((command, to["done"]))
    field(table).setPlainText("Sent")
    button(table, "comment_send").click()
    table.post_id = second
    table.show()
    field(table).setPlainText("Another")
    ((command, done),) = waiting
    done(command(table.session))
    assert field(table).toPlainText() == "Another"
    table.post_id = first
    table.show()
    assert field(table).toPlainText() == ""
    assert [one.text for one in table.talk.comments] == ["Sent"]


def test_nobody_speaks_before_they_have_said_who_they_are(table):
    table.operations.become(None)
    assert not field(table).isEnabled()
    assert field(table).toolTip()
